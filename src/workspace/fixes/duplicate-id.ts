import type { Range } from "../../framework/index.ts";
import type { Sources } from "../sources.ts";
import type { Fix } from "./fix.ts";

/** Of two entries that say the same the second says nothing; where they differ only people know which one holds. */
export const duplicateIdFix: Fix = ({ at, params }, { sources }) => {
  const first = { file: String(params["file"]), line: Number(params["line"]), column: Number(params["column"]) };
  const [kept, again] = [entryOf(first, sources), entryOf(at, sources)];
  return kept && again && kept.said === again.said ? [{ file: again.file, path: again.path, value: undefined }] : [];
};

/** The entry whose id stands at a place. */
function entryOf(id: Range | null, sources: Sources) {
  const part = sources.part(id);
  if (!part) return null;
  const path = part.path.slice(0, -1);
  return { file: part.file, path, said: JSON.stringify(sources.typed(part.file)?.read(path)) };
}
