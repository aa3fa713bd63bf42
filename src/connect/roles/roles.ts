import type { ValueType } from "../../expression/index.ts";
import { en } from "./en.ts";
import { knownExports } from "./exports.ts";
import { nl } from "./nl.ts";
import { type Role, roles } from "./role.ts";

/** What is known of a column when its role is sought. */
export interface SeenColumn {
  readonly name: string;
  readonly type: ValueType;
  /** meaningful values from the first rows, as texts */
  readonly sample: readonly string[];
  readonly distinct: number;
}

/** Why a column has its role: an export that is known, its name, what stands in it, or the name of its file. */
export interface RoleFound {
  readonly role: Role;
  /** 0 to 1 */
  readonly confidence: number;
  readonly reason: { readonly code: "known-export" | "name" | "content" | "file-name"; readonly value: string };
}

/** A name in small letters, words apart: `orderDate`, `Order-Date` and `ORDER_DATE` are `order date`. */
export function plainName(name: string): string {
  return name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The role of each column that has one; every role once, by the column that fits it best. `file`: the file's name. */
export function rolesOf(columns: readonly SeenColumn[], file: string): ReadonlyMap<string, RoleFound> {
  const names = new Set(columns.map(({ name }) => plainName(name)));
  const known = knownExports.find(({ needs }) => needs.every((need) => names.has(need)));
  const offers = columns.flatMap((column, place) =>
    offersFor(column, known, plainName(file.replace(/\.[^/]*$/, ""))).map((found) => ({ column, place, found })),
  );
  offers.sort((one, other) => other.found.confidence - one.found.confidence || one.place - other.place);
  const chosen = new Map<string, RoleFound>();
  const taken = new Set<Role>();
  for (const { column, found } of offers) {
    if (chosen.has(column.name) || taken.has(found.role)) continue;
    chosen.set(column.name, found);
    taken.add(found.role);
  }
  return chosen;
}

const isNumber = (type: ValueType) => type === "integer" || type === "decimal" || type === "double";
const isMoment = (type: ValueType) => type === "date" || type === "timestamp";

/** Roles that only values of some type can have. */
const fits: Partial<Readonly<Record<Role, (column: SeenColumn) => boolean>>> = {
  ...Object.fromEntries(
    (["time", "started", "ended", "delivered", "promised"] as const).map((role) => [role, ({ type }: SeenColumn) => isMoment(type)]),
  ),
  ...Object.fromEntries(
    (["amount", "quantity", "price", "discount", "shipping", "tax", "refund", "cost", "visits"] as const).map((role) => [
      role,
      ({ type }: SeenColumn) => isNumber(type),
    ]),
  ),
  ...Object.fromEntries(
    (["order", "customer", "product", "phone", "postcode"] as const).map((role) => [
      role,
      (column: SeenColumn) => column.type === "text" || column.type === "integer" || isWhole(column),
    ]),
  ),
  ...Object.fromEntries(
    (["name", "comment", "currency", "channel", "category", "campaign"] as const).map((role) => [
      role,
      ({ type }: SeenColumn) => type === "text",
    ]),
  ),
  email: (column) => column.type === "text" && (column.sample.length === 0 || shareOf(column, emailPattern) >= 0.5),
  score: (column) => isNumber(column.type) || column.distinct <= 11,
  variant: (column) => !isMoment(column.type) && column.distinct <= 20,
  status: (column) => !isMoment(column.type) && column.distinct <= 50,
  consent: (column) => !isMoment(column.type) && column.distinct <= 3,
};

/** Numbers of eleven digits and more come out of a spreadsheet as `3.1e+10`. */
function isWhole(column: SeenColumn): boolean {
  return isNumber(column.type) && column.sample.length > 0 && column.sample.every((value) => Number.isSafeInteger(Number(value)));
}

const emailPattern = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

function shareOf({ sample }: SeenColumn, pattern: RegExp): number {
  return sample.length === 0 ? 0 : sample.filter((value) => pattern.test(value)).length / sample.length;
}

function offersFor(column: SeenColumn, known: (typeof knownExports)[number] | undefined, file: string): RoleFound[] {
  const plain = plainName(column.name);
  const offers: RoleFound[] = [];
  // A column without values is the last that is chosen.
  const weight = column.sample.length === 0 ? 0.3 : 1;
  const offer = (role: Role, confidence: number, code: RoleFound["reason"]["code"], value: string) => {
    if (fits[role]?.(column) ?? true) offers.push({ role, confidence: confidence * weight, reason: { code, value } });
  };
  const exact = known?.roles[plain];
  if (known && exact) offer(exact, 0.99, "known-export", known.name);
  for (const role of roles) {
    const certainty = nameFits(plain, [...en[role], ...nl[role]]);
    if (certainty > 0) offer(role, certainty, "name", column.name);
  }
  if (column.type === "text" && shareOf(column, emailPattern) >= 0.8) offer("email", 0.9, "content", column.sample[0] ?? "");
  if (plain === "id" || /^column ?\d+$/.test(plain)) {
    for (const [role, words] of Object.entries(fileWords) as [Role, RegExp][])
      if (plain === "id" && words.test(file)) offer(role, 0.75, "file-name", file);
  }
  if (isMoment(column.type) && !/synced|modified|updated|gewijzigd/.test(plain)) offer("time", 0.3, "content", column.sample[0] ?? "");
  const long = column.sample.reduce((sum, value) => sum + value.length, 0) / Math.max(1, column.sample.length);
  if (column.type === "text" && long > 40 && column.distinct > 1 && !/^[[{]|^https?:/.test(column.sample[0] ?? "["))
    offer("comment", 0.4, "content", "");
  return offers;
}

const fileWords: Partial<Readonly<Record<Role, RegExp>>> = {
  customer: /\b(?:customers?|klanten|klant|users?|members?|leden|contacts?|accounts?)\b/,
  order: /\b(?:orders?|bestellingen|transactions?|transacties|invoices?|facturen|charges?)\b/,
  product: /\b(?:products?|producten|artikelen|items?)\b/,
};

/** Words that say something alone, and behind other words may be about anything. */
const loose = new Set(
  "order name value total count item items reason group start end state text content message source day time segment family answer tot vanaf eind einde start soort actie titel tekst bron".split(
    " ",
  ),
);

/** 0.95 for the whole name, the earlier in the list the surer; 0.7 where the name ends in it or begins with it; 0.5 where it stands inside. */
function nameFits(plain: string, names: readonly string[]): number {
  let best = 0;
  for (const [place, name] of names.entries()) {
    const early = 0.1 * (1 - place / names.length);
    if (plain === name) best = Math.max(best, 0.85 + early);
    else if (loose.has(name)) continue;
    else if (plain.endsWith(` ${name}`) && name.length > 2) best = Math.max(best, 0.6 + early);
    else if (plain.startsWith(`${name} `) && name.length > 4) best = Math.max(best, 0.5 + early);
  }
  return best;
}
