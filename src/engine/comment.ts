import { suggest } from "../expression/index.ts";
import type { Day } from "../calendar/index.ts";
import { type Comment, HelderError, mentionsIn, mostSentences, ownersOf, sectionSchemas, sentencesIn } from "../framework/index.ts";
import { changeAll, open, type YamlValue } from "../workspace/index.ts";
import { unknown } from "./unknown.ts";
import { writeRecorded } from "./written.ts";

export interface CommentRequest {
  /** id of a KPI, else of a CPI */
  readonly on: string;
  readonly by: string;
  readonly text: string;
  readonly today: Day;
}

export interface CommentWritten {
  readonly comment: Comment;
  readonly file: string;
}

/**
 * Adds a comment to a KPI or CPI in the workspace's YAML, comments of the file intact; `helder add --undo` takes it back. Throws HelderError
 * `unknown-kpi`, `unknown-owner`, `bad-comment`, and what writing throws.
 */
export async function commentOn(directory: string, { on, by, text, today }: CommentRequest): Promise<CommentWritten> {
  const workspace = await open(directory);
  const { framework, files, sources } = workspace;
  const section = framework.kpis.some(({ id }) => id === on) ? "kpis" : "cpis";
  const indicator = framework[section].find(({ id }) => id === on);
  if (indicator === undefined) throw unknown("unknown-kpi", on, [...framework.kpis, ...framework.cpis]);
  const owners = ownersOf(framework);
  for (const name of [by, ...mentionsIn(text)]) {
    if (owners.has(name)) continue;
    const near = suggest(name, owners);
    throw new HelderError("unknown-owner", { name, suggestion: near === null ? "" : ` → ${near}?` });
  }
  const said = text.replace(/\s+/g, " ").trim();
  const count = sentencesIn(said);
  if (count === 0 || count > mostSentences) throw new HelderError("bad-comment", { count, most: mostSentences });
  const comments = [...(indicator.comments ?? []), { at: today, by, text: said }];
  const read = sectionSchemas[section].safeParse({ ...indicator, comments });
  if (!read.success) throw new HelderError("bad-comment", { count, most: mostSentences });
  const path = sources.entry(section, on)!.file;
  const before = files.find((file) => file.path === path)!.text;
  const added = comments.at(-1)! satisfies Comment;
  const place =
    indicator.comments === undefined
      ? { path: [section, on, "comments"], value: [added] as unknown as YamlValue }
      : { path: [section, on, "comments", comments.length - 1], value: added as unknown as YamlValue };
  await writeRecorded(workspace, [{ path, before, after: changeAll(before, [place]) }]);
  return { comment: added, file: path };
}
