import { catalogue } from "../../catalogue/index.ts";
import { slip } from "../../expression/index.ts";
import type { Framework, SectionName } from "../../framework/index.ts";
import type { Fix } from "./fix.ts";

/** A reference that is a slip for one entity becomes that. Where a name will do as well (info), it may be a name. */
export const unknownReferenceFix: Fix = ({ at, severity, params }, { framework, sources }) => {
  const part = sources.part(at);
  if (severity !== "error" || !part || part.value !== params["reference"]) return [];
  const id = slip(
    String(part.value),
    (params["sections"] as readonly string[]).flatMap((section) => idsOf(section, framework)),
  );
  return id === null ? [] : [{ file: part.file, path: part.path, value: id }];
};

function idsOf(section: string, framework: Framework): readonly string[] {
  if (section === "catalogue") return catalogue.map(({ id }) => id);
  if (section === "phases") return framework.settings.phases.map(({ id }) => id);
  return framework[section as SectionName].flatMap((entry) => ("id" in entry && entry.id !== undefined ? [entry.id] : []));
}
