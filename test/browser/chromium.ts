import { execFileSync, type ExecFileSyncOptions } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium, type LaunchOptions } from "playwright-core";

const commands = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const applications = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * The browser to test with: `CHROMIUM_PATH`, else the system's, else Playwright's. As root on Debian it is installed where there is none.
 * Throws an error that says what to do where there is none to be had.
 */
export function chromiumPath(): string {
  const named = process.env["CHROMIUM_PATH"];
  if (named !== undefined && named !== "") {
    if (isExecutable(named)) return named;
    throw new Error(`CHROMIUM_PATH is ${named}, which is not a program. Let it name a Chromium or Chrome, or unset it.`);
  }
  const found = installed();
  if (found !== null) return found;
  if (process.getuid?.() === 0 && existsSync("/etc/debian_version")) {
    install();
    const fresh = installed();
    if (fresh !== null) return fresh;
  }
  throw new Error(
    "The browser tests need Chromium. Install it (Debian, Ubuntu: apt-get install chromium; elsewhere: npx playwright-core install chromium), " +
      "or set CHROMIUM_PATH to a Chromium or Chrome. All other tests: npm run test:unit",
  );
}

/** What to give to Playwright's `chromium.launch`: no sandbox as root, and no connection to anywhere but the page under test. */
export function launchOptions(): LaunchOptions {
  return {
    executablePath: chromiumPath(),
    headless: true,
    args: [
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      "--disable-gpu",
      "--disable-quic",
      "--disable-dev-shm-usage",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  };
}

/** Called by Vitest once before the browser tests: an installation takes longer than one test may. */
export function setup(): void {
  chromiumPath();
}

function installed(): string | null {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const candidates = [...commands.flatMap((command) => folders.map((folder) => join(folder, command))), ...applications];
  return [...candidates, chromium.executablePath()].find((path) => isExecutable(path)) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function install(): void {
  console.log("No Chromium found; installing it with apt-get.");
  const options: ExecFileSyncOptions = {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  };
  execFileSync("apt-get", ["update", "-qq"], options);
  execFileSync("apt-get", ["install", "-qq", "-y", "--no-install-recommends", "chromium", "fonts-liberation"], options);
}
