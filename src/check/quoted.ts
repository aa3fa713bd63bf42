/** `a, b and c`, of a list in a finding's params. */
export function list(items: unknown, and: string): string {
  const names = items as readonly string[];
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} ${and} ${names.at(-1)}`;
}

/** `“a”, “b” and “c”`: keys that are to be typed as they stand here. */
export function quoted(keys: unknown, and: string): string {
  return list(
    (keys as readonly string[]).map((key) => `“${key}”`),
    and,
  );
}
