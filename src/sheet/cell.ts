/**
 * A text that begins like a formula would be one once a sheet is saved as CSV: one apostrophe more takes that away, and `plainText` gives
 * the text back.
 */
export function harmless(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/** The text that `harmless` made a cell of. */
export function plainText(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}

const formula = /^'*\s*[=+@\t\r-]/;
