import type { ConnectorOf } from "../../framework/index.ts";
import { at, isRow, type Row } from "./connector.ts";

/** What events become: a dataset with these columns, of those events that say something of it. */
export interface EventDataset {
  readonly columns: readonly string[];
  /** its key, where none is declared */
  readonly key: readonly string[];
  /** null: the event says nothing of it */
  readonly row: (event: Row) => Row | null;
}

const amounts = ["revenue", "total", "subtotal", "shipping", "tax", "discount"] as const;

/** Every event, as it was sent. */
const events: EventDataset = {
  columns: ["message_id", "type", "event", "user_id", "anonymous_id", "timestamp", "received_at", "properties"],
  key: ["message_id"],
  row: (event) => event,
};

/** `Order Completed` of Segment's e-commerce specification (v2): a row an order; sent again, the last one stays. */
const orders: EventDataset = {
  columns: ["order_id", "user_id", "anonymous_id", "timestamp", ...amounts, "currency", "coupon", "quantity", "products", "message_id"],
  key: ["order_id"],
  row(event) {
    if (event["event"] !== "Order Completed") return null;
    const said = isRow(event["properties"]) ? event["properties"] : {};
    const products = Array.isArray(said["products"]) ? said["products"] : [];
    return {
      order_id: textOf(said["order_id"]) ?? event["message_id"],
      user_id: event["user_id"],
      anonymous_id: event["anonymous_id"],
      timestamp: event["timestamp"],
      ...Object.fromEntries(amounts.map((name) => [name, numberOf(said[name])])),
      currency: textOf(said["currency"]),
      coupon: textOf(said["coupon"]),
      // A product without a quantity is one.
      quantity: products.reduce((sum: number, product: unknown) => sum + (numberOf(at(product, "quantity")) ?? 1), 0),
      products: JSON.stringify(products),
      message_id: event["message_id"],
    };
  },
};

/** Two ids of one customer: `alias` says so, and an `identify` with both ids. */
const identities: EventDataset = {
  columns: ["message_id", "previous_id", "user_id", "timestamp"],
  key: ["message_id"],
  row(event) {
    const { message_id, user_id, timestamp, type } = event;
    const previous_id =
      type === "alias" ? (event["previous_id"] ?? event["anonymous_id"]) : type === "identify" ? event["anonymous_id"] : null;
    const isPair = previous_id !== null && user_id !== null && previous_id !== user_id;
    return isPair ? { message_id, previous_id, user_id, timestamp } : null;
  },
};

export const eventDatasets = { events, orders, identities } as const satisfies Record<ConnectorOf<"events">["as"], EventDataset>;

function textOf(value: unknown): string | null {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value.trim() !== "" ? value : null;
}

/** Shops send numbers as texts too; what is no number is nothing. */
function numberOf(value: unknown): number | null {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : null;
}
