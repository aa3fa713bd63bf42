/** What a text in a table looks like at a glance: enough to tell a header from rows, not enough to give a column its type. */
export type Look = "nothing" | "number" | "day" | "truth" | "text";

const nothing = /^(?:|null|\(null\)|n\/?a|nan|n\.v\.t\.|nvt|none|[-–—]|\\n|#n\/[ab])$/i;
const number =
  /^\(?[-−]?\s*(?:€|\$|£|EUR|USD|GBP)?\s*[-−]?[.,]?\d[\d.,' \u00A0\u202F]*(?:[eE][+-]?\d+)?(?:,-)?\s*(?:%|€|EUR|USD|GBP)?-?\)?$/;
const day =
  /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:\D|$)|^\d{1,2}[ .-]+[a-z]{3,9}\.?[ -]+\d{2,4}(?:\D|$)|^[a-z]{3,9}\.? \d{1,2},? \d{4}(?:\D|$)/i;
const truth = /^(?:true|false|waar|onwaar|ja|nee|yes|no)$/i;

export function lookOf(text: string): Look {
  const trimmed = text.trim();
  if (nothing.test(trimmed)) return "nothing";
  if (day.test(trimmed)) return "day";
  if (number.test(trimmed)) return "number";
  return truth.test(trimmed) ? "truth" : "text";
}
