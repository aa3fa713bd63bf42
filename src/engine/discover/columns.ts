import type { Columns } from "../../discover/index.ts";
import { type Expression, print } from "../../expression/index.ts";
import type { Role } from "../../connect/index.ts";
import type { Bounds } from "./count.ts";
import type { Lines } from "./lines.ts";

/** How a workspace's metrics count what the lines told; `dataset` is the id that the transactions have there. */
export function columnsOf(
  { main, money, cancelledStatuses, isNumbered }: Lines,
  dataset: string,
  { active, lapsed, top }: Bounds,
): Columns {
  const name = (role: Role): string | null => {
    const found = main.roles.get(role);
    return found === undefined ? null : print({ kind: "column", name: found, quoted: false, at: { start: 0, end: 0 } });
  };
  const [order, quantity, amount, price, status] = [name("order"), name("quantity"), name("amount"), name("price"), name("status")];
  const revenue = money !== null ? null : (amount ?? (price === null ? null : quantity === null ? price : `${price} * ${quantity}`));
  const text = (value: string) => print({ kind: "literal", value, type: "text" } as Expression);
  const isText = (role: Role) => main.columns.get(main.roles.get(role) ?? "") === "text";
  const cancelled = [
    ...(status !== null && cancelledStatuses.length > 0 && isText("status")
      ? [`coalesce(lower(trim(${status})), '') in (${cancelledStatuses.map(text).join(", ")})`]
      : []),
    ...(order !== null && isNumbered && isText("order") ? [`lower(coalesce(${order}, '')) like 'c%'`] : []),
  ];
  const adjusted = order !== null && isNumbered && isText("order") ? [`lower(coalesce(${order}, '')) like 'a%'`] : [];
  const positive = [quantity, ...(money !== null ? [] : amount !== null ? [amount] : [price])].flatMap((column) =>
    column === null ? [] : [`${column} > 0`],
  );
  const sale = [...[...cancelled, ...adjusted].map((condition) => `not ${condition}`), ...positive];
  const [delivered, promised] = [name("delivered"), name("promised")];
  const hasDeliveries = delivered !== null && promised !== null;
  return {
    dataset,
    customer: name("customer") ?? name("email")!,
    order,
    revenue,
    sale: sale.length === 0 ? null : sale.join(" and "),
    refunded: revenue === null ? null : [...cancelled, `${revenue} < 0`].join(" or "),
    late: hasDeliveries ? `cast(${delivered} as date) > cast(${promised} as date)` : null,
    delivered: hasDeliveries ? `${delivered} is not null and ${promised} is not null` : null,
    active,
    lapsed,
    top,
  };
}
