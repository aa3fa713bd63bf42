import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const commands = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge"];
const applications = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** The Chromium or Chrome that this machine has: `CHROMIUM_PATH`, which must be one, else the first that is found; null where there is none. */
export function installedBrowser(environment: NodeJS.ProcessEnv): string | null {
  const named = environment["CHROMIUM_PATH"];
  if (named !== undefined && named !== "") return isProgram(named) ? named : null;
  const folders = (environment["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  return (
    [...commands.flatMap((command) => folders.map((folder) => join(folder, command))), ...applications].find((path) => isProgram(path)) ??
    null
  );
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
