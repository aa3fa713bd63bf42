/** A name as SQL text: `a "b"` becomes `"a ""b"""`. */
export function quoteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A text literal as SQL text. NUL, which would end the statement's text early, becomes the replacement character. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''").replaceAll("\0", "\uFFFD")}'`;
}
