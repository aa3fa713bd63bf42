import { sectionNames, Settings } from "../framework/index.ts";

/** The file that makes a folder a workspace. */
export const settingsFile = "helder.yaml";

export const settingNames: readonly string[] = Object.keys(Settings.shape);

/** The keys that may stand at the top of a file: sections in every one, settings in `helder.yaml` alone. */
export function topKeys(file: string): readonly string[] {
  return file === settingsFile ? [...settingNames, ...sectionNames] : sectionNames;
}
