import { parseDocument, Scalar } from "yaml";

export type YamlValue = string | number | boolean | null | readonly YamlValue[] | { readonly [key: string]: YamlValue | undefined };

export type ScalarStyle = Scalar.Type | null;

/** Above this a map or list is written over several lines. */
const longestFlow = 100;

/** A scalar as YAML that reads back as the same value: quoted as it was where possible, plain where that is safe, else in double quotes. */
export function scalarText(value: string | number | boolean | null, style: ScalarStyle = null): string {
  if (typeof value === "number" && !Number.isFinite(value)) return Number.isNaN(value) ? ".nan" : value > 0 ? ".inf" : "-.inf";
  if (typeof value !== "string") return String(value);
  const double = JSON.stringify(value);
  if (style === Scalar.QUOTE_DOUBLE) return double;
  const single = `'${value.replaceAll("'", "''")}'`;
  if (style === Scalar.QUOTE_SINGLE && readsAs(single, value)) return single;
  return readsAs(value, value) ? value : double;
}

/** Whether `text` means `value` wherever a scalar may stand: as a value, in a flow list, as a key. */
function readsAs(text: string, value: string): boolean {
  if (text.length > 1000 || /[\r\n\t]|^\s|\s$|^$/.test(text)) return false;
  const document = parseDocument(`k: [${text}, {${text}: 1}]`, { logLevel: "silent" });
  if (document.errors.length > 0 || document.warnings.length > 0) return false;
  const read = document.toJS() as { k?: readonly unknown[] };
  const map = read.k?.[1];
  return read.k?.length === 2 && read.k[0] === value && typeof map === "object" && map !== null && Object.hasOwn(map, value);
}

export function isScalarValue(value: YamlValue): value is string | number | boolean | null {
  return typeof value !== "object" || value === null;
}

export function flowText(value: YamlValue): string {
  if (isScalarValue(value)) return scalarText(value);
  if (Array.isArray(value)) return `[${(value as readonly YamlValue[]).map(flowText).join(", ")}]`;
  return `{${pairs(value)
    .map(([key, inner]) => `${scalarText(key)}: ${flowText(inner)}`)
    .join(", ")}}`;
}

/** What stands after `key:`, with the space or line break before it. `indent` is the column of the key. */
export function valueText(value: YamlValue, indent: number, eol: string): string {
  if (isScalarValue(value) || isSmall(value)) return ` ${flowText(value)}`;
  return `${eol}${blockText(value, indent + 2, eol)}`;
}

/** What stands after `- `. `indent` is the column of the dash. */
export function itemText(value: YamlValue, indent: number, eol: string, style: "block" | "flow"): string {
  if (isScalarValue(value) || style === "flow" || Array.isArray(value) || pairs(value).length === 0) return flowText(value);
  return blockText(value, indent + 2, eol).trimStart();
}

function blockText(value: YamlValue, indent: number, eol: string): string {
  const space = " ".repeat(indent);
  if (Array.isArray(value)) {
    return (value as readonly YamlValue[])
      .map((item) => `${space}- ${itemText(item, indent, eol, isSmall(item) ? "flow" : "block")}`)
      .join(eol);
  }
  return pairs(value as object)
    .map(([key, inner]) => `${space}${scalarText(key)}:${valueText(inner, indent, eol)}`)
    .join(eol);
}

function isSmall(value: YamlValue): boolean {
  return isScalarValue(value) || flowText(value).length <= longestFlow;
}

/** The members of a map; a key that is undefined is no member. */
export function pairs(value: object): [string, YamlValue][] {
  return Object.entries(value as Record<string, YamlValue | undefined>).filter(
    (pair): pair is [string, YamlValue] => pair[1] !== undefined,
  );
}
