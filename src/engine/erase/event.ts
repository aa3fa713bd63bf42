import type { Framework } from "../../framework/index.ts";
import { plainId } from "../load/index.ts";

/** Whose an event is, as it was sent; each as ids are compared. */
export interface EventPerson {
  /** `userId`, and what the datasets of events call their customer */
  readonly customers: readonly string[];
  readonly email: string | null;
  readonly phone: string | null;
  readonly anonymous: string | null;
  /** of an alias: the id by which the customer went before */
  readonly former: string | null;
}

/** Columns of events that are the sender's own; a customer in any other is a path into what was sent. */
const own: Readonly<Record<string, string>> = { user_id: "userId", anonymous_id: "anonymousId", previous_id: "previousId" };

/** Where events say whose they are, in this workspace. */
export function customerPaths({ datasets }: Framework): readonly string[] {
  const declared = datasets.flatMap(({ connector, customer }) =>
    connector?.type === "events" && customer !== undefined ? [customer] : [],
  );
  return [...new Set(["userId", ...declared.map((path) => own[path.toLowerCase()] ?? path)])].filter((path) => path !== "anonymousId");
}

export function eventPerson(event: unknown, paths: readonly string[]): EventPerson {
  const text = (path: string): string | null => {
    let value: unknown = event;
    for (const name of path.split(".")) value = (value as Readonly<Record<string, unknown>> | null | undefined)?.[name];
    return (typeof value === "string" && value.trim() !== "") || typeof value === "number" ? String(value) : null;
  };
  const first = (name: string) => text(`traits.${name}`) ?? text(`properties.${name}`) ?? text(`context.traits.${name}`);
  const plain = (value: string | null, part: "customer" | "phone" = "customer") => (value === null ? null : plainId(value, part) || null);
  return {
    customers: [...new Set(paths.flatMap((path) => plain(text(path)) ?? []))],
    email: plain(first("email")),
    phone: plain(first("phone"), "phone"),
    anonymous: plain(text("anonymousId") ?? text("previousId")),
    former: text("type") === "alias" ? plain(text("previousId")) : null,
  };
}

/** Whether an event is of the person with these ids; a telephone or a visitor's mark tells only where nothing else does. */
export function isPersonsEvent({ customers, email, phone, anonymous }: EventPerson, known: (plain: string) => boolean): boolean {
  const named = [...customers, ...(email === null ? [] : [email])];
  if (named.length > 0) return named.some(known);
  return (anonymous !== null && known(anonymous)) || (phone !== null && known(phone));
}
