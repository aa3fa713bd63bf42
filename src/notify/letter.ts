import type { Language } from "../framework/index.ts";
import type { Message } from "./messages.ts";

/** What one of those to be told gets: all that is new for them at once. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const words = {
  nl: { more: (count: number) => ` en nog ${count}`, about: (name: string) => `Van Helder, over ${name}.` },
  en: { more: (count: number) => ` and ${count} more`, about: (name: string) => `From Helder, about ${name}.` },
} as const;

/** `messages` is not empty; those that are bad stand first. Nothing that people typed becomes markup or a line of its own in a heading. */
export function letterOf(messages: readonly Pick<Message, "title" | "text" | "severity">[], workspace: string, language: Language): Letter {
  const say = words[language];
  const sorted = messages.toSorted((a, b) => Number(a.severity === "good") - Number(b.severity === "good"));
  const more = sorted.length > 1 ? say.more(sorted.length - 1) : "";
  return {
    subject: `${oneLine(workspace)}: ${oneLine(sorted[0]!.title)}${more}`.slice(0, 200),
    text: `${sorted.map(({ title, text }) => `${oneLine(title)}\n${oneLine(text)}`).join("\n\n")}\n\n${say.about(oneLine(workspace))}\n`,
    html: `<!doctype html><html lang="${language}"><meta charset="utf-8"><body style="font:16px/1.5 sans-serif;color:#1b1f24">${sorted
      .map(
        ({ title, text, severity }) =>
          `<h2 style="font-size:17px;color:${severity === "bad" ? "#a3261a" : "#1d6b3c"}">${escaped(title)}</h2><p>${escaped(text)}</p>`,
      )
      .join("")}<p style="color:#59616b">${escaped(say.about(workspace))}</p></body></html>`,
  };
}

/** The body of an incoming webhook of Slack: its own marks are taken for text (`&`, `<` and `>`, as its documentation asks). */
export function slackBody({ subject, text }: Pick<Letter, "subject" | "text">): string {
  const plain = (typed: string) => typed.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  return JSON.stringify({
    text: plain(subject),
    blocks: [{ type: "section", text: { type: "plain_text", text: text.slice(0, 2_900), emoji: false } }],
  });
}

/** The body of an incoming webhook of Teams: an Adaptive Card of text runs, which know no markup. */
export function teamsBody({ subject, text }: Pick<Letter, "subject" | "text">): string {
  const line = (typed: string, weight: "Bolder" | "Default") => ({
    type: "RichTextBlock",
    inlines: [{ type: "TextRun", text: typed, weight }],
  });
  const content = {
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    type: "AdaptiveCard",
    version: "1.4",
    body: [
      line(subject, "Bolder"),
      ...text
        .split("\n")
        .filter((typed) => typed !== "")
        .map((typed) => line(typed, "Default")),
    ],
  };
  return JSON.stringify({ type: "message", attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", content }] });
}

export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ").trim();
}

export function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
