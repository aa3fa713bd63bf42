/** Letters, digits and signs of which each takes one column and none does anything: most texts hold no other. */
export const plain = /^[\u0020-\u007E\u00A0-\u00AC\u00AE-\u02FF\u2010-\u2026\u20A0-\u20BF\u2212\u2500-\u25FC]*$/;

/**
 * Text of a user made safe for a terminal: control characters (escape sequences among them), characters that turn the
 * reading direction, and broken halves of characters become `�`; line breaks and tabs become a space.
 */
export function inert(text: string): string {
  if (plain.test(text)) return text;
  return text.replace(/[\t\r\n\u2028\u2029]+/g, " ").replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu, "\uFFFD");
}

/** Blocks of lines as one text for a terminal, a blank line between them; spaces that must not break have done their work. */
export function printed(blocks: readonly (readonly string[])[]): string {
  return blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join("\n"))
    .join("\n\n")
    .replaceAll("\u00a0", " ");
}
