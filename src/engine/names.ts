/** The column names in `a,b` or `"order status",channel`: commas inside double quotes belong to the name, `""` is a quote. */
export function columnNames(text: string): string[] {
  const names: string[] = [];
  const pattern = /\s*(?:"((?:[^"]|"")*)"|([^,]*))\s*(?:,|$)/gy;
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text);
    // A lone quote in the middle of a name: taken as it stands, so that the planner can say that there is no such column.
    if (!match) return [...names, text];
    names.push(match[1]?.replaceAll('""', '"') ?? match[2]!.trim());
  }
  return names.filter((name) => name !== "");
}

/** The same for dimensions to explain a change by: `auto` leaves the choice to the engine. */
export function dimensionNames(text: string): string[] | "auto" {
  return text.trim() === "auto" ? "auto" : columnNames(text);
}
