import type { Status } from "../judge/index.ts";

export type Tone = Status | "muted" | "strong";

export type Paint = (text: string, tone: Tone | null) => string;

const colours: Readonly<Record<Tone, string>> = {
  achieved: "36",
  "on-track": "36",
  "at-risk": "33",
  behind: "31",
  missed: "31",
  immature: "2",
  "no-data": "2",
  "no-target": "2",
  muted: "2",
  strong: "1",
};

/** ANSI colours, or none. What is painted never holds an escape of its own: users' texts are made inert first. */
export function paintIn(colour: boolean): Paint {
  return (text, tone) => (colour && tone !== null && text.trim() !== "" ? `\u001b[${colours[tone]}m${text}\u001b[0m` : text);
}
