import type { z } from "zod";
import type { Params } from "../framework/index.ts";
import type { Draft } from "./draft.ts";
import type { Expectation } from "./findings/wrong-type.ts";

export type Path = readonly (string | number)[];

/** One thing that is wrong with a value, in our own words: a key that does not exist, or a value of the wrong kind at `path`. */
export type Mismatch =
  | { readonly kind: "unknown-key"; readonly path: Path; readonly key: string; readonly known: readonly string[] }
  | {
      readonly kind: "wrong-type";
      readonly path: Path;
      readonly atKey: boolean;
      readonly expected: readonly Expectation[];
      readonly options: readonly string[];
      readonly minimum: number | null;
      readonly maximum: number | null;
    };

type Issue = z.core.$ZodIssue;

/** Zod's issues as mismatches. In a union the branch that the typed value resembles speaks. */
export function mismatches(issues: readonly Issue[], schema: z.ZodType): Mismatch[] {
  return issues.flatMap((issue) => mismatch(issue, [], schema));
}

function mismatch(issue: Issue, base: Path, schema: z.ZodType): Mismatch[] {
  const path: Path = [...base, ...(issue.path as (string | number)[])];
  const wrong = (expected: readonly Expectation[], more: Partial<Extract<Mismatch, { kind: "wrong-type" }>> = {}): Mismatch[] => [
    { kind: "wrong-type", path, atKey: false, expected, options: [], minimum: null, maximum: null, ...more },
  ];
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({ kind: "unknown-key", path: [...path, key], key, known: keysAt(schema, path) }));
    case "invalid_type":
      return wrong([typeExpectation(issue.expected)]);
    case "invalid_value":
      return wrong(["choice"], { options: issue.values.map(String) });
    case "invalid_union":
      if (issue.errors.length === 0) return wrong(["choice"], { options: discriminators(schema, path) });
      return branch(
        issue.errors.map((errors) => errors.flatMap((inner) => mismatch(inner, path, schema))),
        path,
      );
    case "invalid_key":
      return issue.issues.flatMap((inner) => mismatch({ ...inner, path: [] }, path, schema)).map((one) => ({ ...one, atKey: true }));
    case "too_small":
      if (issue.origin === "array" && tupleLength === issue.minimum) return wrong(["pair"]);
      return wrong([issue.origin === "number" || issue.origin === "int" ? (issue.inclusive === false ? "above" : "minimum") : "longer"], {
        minimum: Number(issue.minimum),
      });
    case "too_big":
      if (issue.origin === "array" && tupleLength === issue.maximum) return wrong(["pair"]);
      return wrong([issue.origin === "number" || issue.origin === "int" ? (issue.inclusive === false ? "below" : "maximum") : "shorter"], {
        maximum: Number(issue.maximum),
      });
    default:
      return wrong([namedExpectation(issue.message)]);
  }
}

/** Our only tuples are the two ends of a survey's scale. */
const tupleLength = 2;

function branch(branches: readonly Mismatch[][], path: Path): Mismatch[] {
  const atRoot = (one: Mismatch) => one.path.length === path.length;
  const differs = (one: Mismatch) => one.kind === "wrong-type" && atRoot(one) && one.expected.some((expected) => kinds.has(expected));
  const close = branches.filter((found) => !found.some(differs)).sort((one, other) => one.length - other.length)[0];
  if (close) return close;
  const roots = branches.flat().filter((one) => one.kind === "wrong-type" && atRoot(one)) as Extract<Mismatch, { kind: "wrong-type" }>[];
  const expected = [...new Set(roots.flatMap((one) => one.expected))];
  return [{ ...roots[0]!, expected, options: [...new Set(roots.flatMap((one) => one.options))] }];
}

const kinds = new Set<Expectation>(["text", "number", "integer", "list", "map", "choice"]);

function typeExpectation(expected: string): Expectation {
  if (expected === "string") return "text";
  if (expected === "int") return "integer";
  if (expected === "array" || expected === "tuple") return "list";
  if (expected === "object" || expected === "record") return "map";
  return "number";
}

const named: Record<string, Expectation> = {
  "kebab-case": "id",
  day: "day",
  "month-day": "month-day",
  "alert-target": "alert-target",
  cron: "cron",
  environment: "environment",
  zone: "zone",
  duration: "duration",
  scores: "scores",
  quantity: "quantity",
  colour: "colour",
  currency: "currency",
  path: "path",
  "joined-once": "joined-once",
  "one-source": "one-source",
  "kpi-or-cpi": "kpi-or-cpi",
  "cursor-key": "cursor-key",
  "two-ids": "two-ids",
  "cursor-place": "cursor-place",
  address: "address",
  integer: "integer",
  "api-method": "api-method",
  "api-version": "api-version",
  parameter: "parameter",
  bucket: "bucket",
  region: "region",
};

/** Our schemas carry the name of what they expect as their message. */
function namedExpectation(message: string): Expectation {
  const expectation = named[message];
  if (!expectation) throw new Error(`a schema expects “${message}”, which has no sentence`);
  return expectation;
}

/** The keys that the map at `path` knows; of a union those of all its branches. */
export function keysAt(schema: z.ZodType, path: Path): string[] {
  return objectsAt(schema, path).flatMap(({ shape }) => Object.keys(shape));
}

/** The maps that may stand at `path`. */
function objectsAt(schema: z.ZodType, path: Path): z.core.$ZodObjectDef[] {
  let at = [schema as z.core.$ZodType];
  for (const step of path) {
    at = at.flatMap(unwrap).flatMap((one) => {
      const def = one._zod.def as z.core.$ZodTypes["_zod"]["def"];
      if (def.type === "array") return [def.element];
      if (def.type === "record") return [def.valueType];
      if (def.type === "object" && typeof step === "string" && Object.hasOwn(def.shape, step)) return [def.shape[step]!];
      return [];
    });
  }
  return at.flatMap(unwrap).flatMap((one) => {
    const def = one._zod.def as z.core.$ZodTypes["_zod"]["def"];
    return def.type === "object" ? [def] : [];
  });
}

function unwrap(schema: z.core.$ZodType): z.core.$ZodType[] {
  const def = schema._zod.def as z.core.$ZodTypes["_zod"]["def"];
  if (def.type === "optional" || def.type === "default" || def.type === "nullable") return unwrap(def.innerType);
  if (def.type === "pipe") return unwrap(def.in);
  if (def.type === "union") return def.options.flatMap(unwrap);
  return [schema];
}

/** What the key at `path`, which tells the branches of a union apart, may be. */
function discriminators(schema: z.ZodType, path: Path): string[] {
  const key = String(path.at(-1));
  return objectsAt(schema, path.slice(0, -1)).flatMap(({ shape }) => {
    const values = shape[key]?._zod.def as z.core.$ZodTypes["_zod"]["def"] | undefined;
    return values?.type === "literal" ? values.values.map(String) : [];
  });
}

/** The blanks of a `wrong-type` sentence, and for a choice what may have been meant. */
export function wrongTypeParams(wrong: Extract<Mismatch, { kind: "wrong-type" }>, found: unknown): Pick<Draft, "params" | "meant"> {
  const key = wrong.path.filter((step) => typeof step === "string").join(".");
  const better = suggestion(wrong, found);
  const params: Params = {
    key: shown(key),
    expected: wrong.expected,
    found: found === null || found === undefined ? null : shown(found),
    ...(wrong.options.length > 0 ? { options: wrong.options } : {}),
    ...(wrong.minimum === null ? {} : { minimum: wrong.minimum }),
    ...(wrong.maximum === null ? {} : { maximum: wrong.maximum }),
    ...(better === null ? {} : { suggestion: better }),
  };
  return wrong.expected.includes("choice") && typeof found === "string"
    ? { params, meant: { word: found, among: () => wrong.options } }
    : { params };
}

function suggestion(wrong: Extract<Mismatch, { kind: "wrong-type" }>, found: unknown): string | null {
  const [expected] = wrong.expected;
  if (expected === "text" && (typeof found === "number" || typeof found === "boolean")) return `"${found}"`;
  if (typeof found !== "string" || found.length > 100) return null;
  if (expected === "number" || expected === "integer") return /^-?\d+(?:[.,]\d+)?$/.test(found) ? found.replace(",", ".") : null;
  if (expected === "id") return kebab(found);
  if (expected === "day") return isoDay(found);
  if (expected === "currency") return /^[a-z]{3}$/i.test(found) ? found.toUpperCase() : null;
  return null;
}

/** The id that a name would have: `Verkochte bädkamers` → `verkochte-badkamers`. */
export function kebab(text: string): string | null {
  const id = text
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return id === "" ? null : id;
}

function isoDay(text: string): string | null {
  const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  const dayFirst = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text);
  const [year, month, day] = yearFirst ? yearFirst.slice(1) : dayFirst ? dayFirst.slice(1).reverse() : [];
  if (!year || !month || !day || Number(month) < 1 || Number(month) > 12 || Number(day) < 1) return null;
  const date = Math.min(Number(day), new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate());
  return `${year}-${month.padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}

/** A typed value as a sentence shows it: short, on one line, without characters that steer a terminal. */
export function shown(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  // oxlint-disable-next-line no-control-regex
  const plain = text.slice(0, 61).replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g, " ");
  return text.length > 60 ? `${plain.slice(0, 60)}…` : plain;
}
