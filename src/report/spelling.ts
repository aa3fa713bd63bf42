/** Dutch leaves the accent of “één” off a capital. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase().replace("É", "E") + text.slice(1);
}

/** `a, b en c` */
export function listed(parts: readonly string[], and: string): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} ${and} ${parts.at(-1)}`;
}
