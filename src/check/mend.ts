import type { Day } from "../calendar/index.ts";
import { HelderError, type Finding } from "../framework/index.ts";
import { type Change, changeAll, parse, type SourceFile } from "../workspace/index.ts";
import { check, type CheckResult } from "./check.ts";
import { fixer } from "./fix.ts";
import type { History } from "./history.ts";

/** A finding that was mended, with the changes that did it and what stood there before each. */
export interface Mended {
  readonly finding: Finding;
  readonly changes: readonly (Change & { readonly before: unknown })[];
}

export interface Mending {
  readonly mended: readonly Mended[];
  /** every file of the workspace as it is after mending; one that nothing changed in is the same object */
  readonly files: readonly SourceFile[];
  /** what is left */
  readonly result: CheckResult;
}

export interface MendOptions {
  readonly today: Day;
  readonly history?: History;
  /** only findings of this kind about this entity */
  readonly only?: { readonly code: string; readonly on: string };
}

/** What one fix uncovers the next round mends; whoever needs more rounds has a fix that undoes another. */
const mostRounds = 50;

/**
 * Mends what can be mended in a workspace's texts, and writes nothing: in each round every fix that stays clear of the others, until
 * none is left. Findings that are waived stay.
 */
export function mend(files: readonly SourceFile[], { today, history, only }: MendOptions): Mending {
  const mended: Mended[] = [];
  const refused = new Set<string>();
  let current = files;
  for (let round = 0; ; round++) {
    const { framework, findings, sources } = parse(current);
    if (!framework) throw new Error("a fix broke helder.yaml");
    const workspace = { framework, findings, sources, today, ...(history ? { history } : {}) };
    const result = check(workspace);
    const fixOf = fixer(workspace);
    const claims = new Claims();
    const chosen: Mended[] = [];
    for (const finding of round < mostRounds ? result.findings : []) {
      if ((only && (finding.code !== only.code || finding.on !== only.on)) || refused.has(nameOf(finding))) continue;
      const changes = fixOf(finding);
      if (changes.length === 0 || !claims.claim(changes)) continue;
      chosen.push({ finding, changes: changes.map((change) => ({ ...change, before: sources.typed(change.file)?.read(change.path) })) });
    }
    if (chosen.length === 0) return { mended, files: current, result };
    const accepted = acceptable(current, chosen);
    current = changed(current, accepted) ?? current;
    mended.push(...accepted);
    for (const one of chosen) if (!accepted.includes(one)) refused.add(nameOf(one.finding));
  }
}

/** The fixes that can be made together; those of which a file refuses the change (its text is referred to elsewhere) are left out. */
function acceptable(files: readonly SourceFile[], chosen: readonly Mended[]): readonly Mended[] {
  if (chosen.length === 0 || changed(files, chosen) !== null) return chosen;
  if (chosen.length === 1) return [];
  const half = Math.ceil(chosen.length / 2);
  return [...acceptable(files, chosen.slice(0, half)), ...acceptable(files, chosen.slice(half))];
}

/** Null where a change is refused. */
function changed(files: readonly SourceFile[], chosen: readonly Mended[]): readonly SourceFile[] | null {
  const changes = chosen.flatMap((one) => one.changes);
  const touched = new Set(changes.map(({ file }) => file));
  try {
    return files.map((file) =>
      touched.has(file.path)
        ? {
            ...file,
            text: changeAll(
              file.text,
              changes.filter((one) => one.file === file.path),
            ),
          }
        : file,
    );
  } catch (problem) {
    if (problem instanceof HelderError && problem.code === "cannot-change") return null;
    throw problem;
  }
}

/** Which parts of which files are spoken for in a round: a fix gets its entries whole, or it waits for the next round. */
class Claims {
  readonly #taken = new Set<string>();

  claim(changes: readonly Change[]): boolean {
    const parts = changes.map(({ file, path }) => JSON.stringify([file, ...path.slice(0, 2)]));
    if (parts.some((part) => this.#taken.has(part))) return false;
    for (const part of parts) this.#taken.add(part);
    return true;
  }
}

function nameOf({ code, on, at }: Finding): string {
  return JSON.stringify([code, on, at]);
}
