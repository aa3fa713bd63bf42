/** SQL's `like`: `%` stands for any text, `_` for one character, nothing escapes them; capitals count. */
export function like(text: string, pattern: string): boolean {
  const characters = [...text];
  const wanted = [...pattern];
  let at = 0;
  let next = 0;
  // On a mismatch the last `%` swallows one character more: no pattern takes longer than text × pattern.
  let percent = -1;
  let resumeAt = 0;
  while (at < characters.length) {
    if (wanted[next] === "%") {
      percent = next++;
      resumeAt = at;
    } else if (next < wanted.length && (wanted[next] === "_" || wanted[next] === characters[at])) {
      at++;
      next++;
    } else if (percent >= 0) {
      next = percent + 1;
      at = ++resumeAt;
    } else {
      return false;
    }
  }
  return wanted.slice(next).every((character) => character === "%");
}
