import { slip } from "../../expression/index.ts";
import { type SectionName, sectionNames, Settings } from "../../framework/index.ts";
import type { ChangePath } from "../change.ts";
import { entrySchema } from "../entry-schema.ts";
import { keysAt } from "../issue.ts";
import { settingsFile, topKeys } from "../top-keys.ts";
import type { TypedText } from "../typed.ts";
import type { Fix } from "./fix.ts";

/** A key that is a slip for one key that is not there yet gets that name; its value and comments stay. */
export const unknownKeyFix: Fix = ({ at }, { sources }) => {
  const typed = at && sources.typed(at.file);
  const part = typed?.keyAt(at!);
  const word = part?.path.at(-1);
  if (!at || !typed || !part || typeof word !== "string") return [];
  const holder = part.path.slice(0, -1);
  const key = slip(word, knownKeys(at.file, holder, typed));
  const taken = key !== null && Object.hasOwn(typed.read(holder) as object, key);
  return key === null || taken ? [] : [{ file: at.file, path: part.path, key }];
};

/** The keys that the map at a path may have. */
function knownKeys(file: string, path: ChangePath, typed: TypedText): readonly string[] {
  const [section, index, ...inner] = path;
  if (section === undefined) return topKeys(file);
  if (!(sectionNames as readonly unknown[]).includes(section)) return file === settingsFile ? keysAt(Settings, path) : [];
  if (index === undefined) return [];
  const schema = entrySchema(section as SectionName, typed.read([section, index]) as Record<string, unknown>);
  // A metric whose type nobody knows may at least have one.
  return schema ? keysAt(schema, inner) : inner.length === 0 ? ["type"] : [];
}
