import { addDays } from "../../src/calendar/index.ts";
import type { Random } from "../../src/statistics/index.ts";

const head = "order_id,customer_id,order_date,amount\n";

/** Lines of orders; what a kind leaves out is ordinary. */
function orders(
  random: Random,
  rows: number,
  odd: Partial<Record<"order" | "customer" | "date" | "amount", (row: number) => string>>,
): string {
  const between = (low: number, high: number) => low + Math.floor(random.uniform() * (high - low + 1));
  const lines = Array.from({ length: rows }, (_, row) =>
    [
      odd.order?.(row) ?? `o${row}`,
      odd.customer?.(row) ?? `c${between(1, Math.max(1, rows >> 2))}`,
      odd.date?.(row) ?? addDays("2022-01-01", between(0, 900)),
      odd.amount?.(row) ?? (1 + random.uniform() * 100).toFixed(2),
    ].join(","),
  );
  return `${head}${lines.join("\n")}\n`;
}

/** Ways in which a file of orders is wrong or odd, each a text of its own for every seed. */
export const kinds: Readonly<Record<string, (random: Random) => string | Buffer>> = {
  "one customer": (random) => orders(random, 30, { customer: () => "c1" }),
  "no repeat buyers": (random) => orders(random, 300, { customer: (row) => `c${row}` }),
  "all refunds": (random) => orders(random, 200, { amount: () => (-1 - random.uniform() * 50).toFixed(2) }),
  "all of nothing": (random) => orders(random, 100, { amount: () => "0.00" }),
  "one day of data": (random) => orders(random, 200, { date: () => "2024-02-29" }),
  "one moment": (random) => orders(random, 200, { date: () => "2024-10-27 02:30:00" }),
  "negative prices among others": (random) =>
    orders(random, 300, { amount: (row) => (row % 3 === 0 ? "-12.50" : (random.uniform() * 90).toFixed(2)) }),
  "future days": (random) => orders(random, 200, { date: (row) => (row % 20 === 0 ? "2999-12-31" : `2024-0${1 + (row % 9)}-10`) }),
  "the ends of days": (random) => orders(random, 60, { date: (row) => ["1900-01-01", "9999-12-31", "2024-05-05"][row % 3]! }),
  "days long ago": (random) => orders(random, 60, { date: (row) => `1900-01-${String(1 + (row % 28)).padStart(2, "0")}` }),
  "a customer with nearly all orders": (random) =>
    orders(random, 3000 + Math.floor(random.uniform() * 3000), { customer: (row) => (row % 500 === 0 ? `c${row}` : "whale") }),
  "several currencies": (random) => orders(random, 200, { amount: (row) => `${["€", "$", "£", "EUR "][row % 4]!}${1 + (row % 90)}` }),
  "words among amounts": (random) => orders(random, 200, { amount: (row) => (row % 7 === 0 ? "n/a" : `${1 + (row % 90)}.25`) }),
  "only words for amounts": (random) => orders(random, 100, { amount: () => "free" }),
  "nothing at all": () => "",
  "only line ends": () => "\n\r\n\n",
  "a header only": () => head,
  "one row": (random) => orders(random, 1, {}),
  "NUL bytes": (random) => Buffer.from(orders(random, 80, { customer: (row) => `c\0${row % 9}` })),
  "bytes that are no text": (random) => Buffer.from(Array.from({ length: 3000 }, () => Math.floor(random.uniform() * 256))),
  "huge amounts": (random) => orders(random, 100, { amount: (row) => `${"9".repeat(10 + (row % 28))}.99` }),
  "amounts beyond decimals": (random) => orders(random, 60, { amount: (row) => (row % 2 === 0 ? "1e308" : "1.7976931348623157e308") }),
  "one amount beyond decimals": (random) => orders(random, 60, { amount: (row) => (row === 7 ? "1e308" : "10.00") }),
  "amounts that are no number": (random) => orders(random, 60, { amount: (row) => ["NaN", "Infinity", "-Infinity", "5.00"][row % 4]! }),
  "tiny amounts": (random) => orders(random, 60, { amount: (row) => (row % 2 === 0 ? "1e-300" : "0.0000001") }),
  "ids beyond ASCII": (random) =>
    orders(random, 120, { customer: (row) => ["\u00e9", "e\u0301", "日本", "🛒", "İ", "ß", "\u202Ea"][row % 7]! }),
  "ids with leading zeros": (random) => orders(random, 120, { customer: (row) => ["007", "7", "0007", "07"][row % 4]! }),
  "ids that would be formulas": (random) => orders(random, 120, { customer: (row) => ["=1+1", "@SUM(A1)", "+1", "-1"][row % 4]! }),
  "ids with quotes": (random) =>
    orders(random, 120, { customer: (row) => ["'; DROP TABLE line; --", '"a""b"', "`x`", "{value}"][row % 4]! }),
  "very long ids": (random) => orders(random, 20, { customer: (row) => `${"x".repeat(5000)}${row % 3}` }),
  "one order for all": (random) => orders(random, 200, { order: () => "o1" }),
  "order numbers that are missing": (random) => orders(random, 200, { order: (row) => (row % 2 === 0 ? "" : `o${row}`) }),
  "customers that are missing": (random) => orders(random, 200, { customer: (row) => (row % 10 === 0 ? "c1" : "") }),
  "days that are missing": (random) => orders(random, 200, { date: (row) => (row % 10 === 0 ? "2024-01-01" : "") }),
  "days that are none": (random) => orders(random, 100, { date: (row) => (row % 2 === 0 ? "2024-02-30" : "31-31-2024") }),
  "a header twice": (random) =>
    `order_id,customer_id,customer_id,order_date,amount,amount\n${orders(random, 40, {})
      .split("\n")
      .slice(1, -1)
      .map((line) => line.replace(/^([^,]*),([^,]*),([^,]*),(.*)$/, "$1,$2,$2,$3,$4,$4"))
      .join("\n")}\n`,
  "the header again in between": (random) => `${orders(random, 30, {})}${orders(random, 30, {})}`,
  "rows of other lengths": (random) =>
    orders(random, 120, {})
      .split("\n")
      .map((line, index) => (index % 9 === 5 ? `${line},x,y` : index % 9 === 7 ? line.slice(0, 5) : line))
      .join("\n"),
  "a quote that never ends": (random) => `${orders(random, 40, {})}o999,"c1,2024-01-01,5\n`,
  "each row twice": (random) => {
    const [, ...lines] = orders(random, 60, {}).trimEnd().split("\n");
    return `${head}${[...lines, ...lines].join("\n")}\n`;
  },
};
