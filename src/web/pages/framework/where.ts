import type { Loaded } from "../../say.ts";
import { concernOf } from "./concerns.ts";
import type { Finding } from "./model.ts";

/** Where in the framework a finding lies: `See · Wat`; else the file and line; else the whole. */
export function whereOf(finding: Finding, loaded: Loaded): string {
  const { phases, say } = loaded;
  const { node, phase } = concernOf(finding, loaded);
  const name = phases.find(({ id }) => id === phase)?.name;
  if (node !== null) return [name, say.words.tree.layers[node.layer].name].filter((part) => part !== undefined).join(" · ");
  if (name !== undefined) return name;
  return finding.file === null ? say.words.framework.findings.whole : say.words.overview.where(finding.file, finding.line);
}
