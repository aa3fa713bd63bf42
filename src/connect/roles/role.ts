/** What a column is about, for whoever computes with it. A dataset has at most one column of each. */
export const roles = [
  "time",
  "started",
  "ended",
  "order",
  "customer",
  "email",
  "phone",
  "name",
  "amount",
  "quantity",
  "price",
  "product",
  "category",
  "channel",
  "campaign",
  "status",
  "score",
  "comment",
  "variant",
  "discount",
  "shipping",
  "tax",
  "refund",
  "cost",
  "currency",
  "country",
  "city",
  "postcode",
  "visits",
  "delivered",
  "promised",
  "consent",
] as const;
export type Role = (typeof roles)[number];

/** Names of columns by role, in small letters with single spaces, the surest first; each may stand inside a longer name. */
export type Names = Readonly<Record<Role, readonly string[]>>;
