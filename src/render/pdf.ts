import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { HelderError } from "../framework/index.ts";
import { installedBrowser } from "./browser.ts";
import { html } from "./html.ts";
import type { Page } from "./page.ts";

const longest = 60_000;

/** The report as the HTML prints. Throws HelderError `no-browser`, `not-printed`. */
export async function pdf(page: Page): Promise<Uint8Array> {
  return printedPage(await html(page));
}

/** A page of ours as the Chromium of this machine prints it. Throws HelderError `no-browser`, `not-printed`. */
export async function printedPage(page: string | Uint8Array): Promise<Uint8Array> {
  const browser = installedBrowser(process.env);
  if (browser === null) throw new HelderError("no-browser", {});
  const folder = await mkdtemp(join(tmpdir(), "helder-pdf-"));
  try {
    const source = join(folder, "report.html");
    const printed = join(folder, "report.pdf");
    await writeFile(source, page);
    await print(browser, source, printed, folder);
    return steady(await readFile(printed));
  } catch (cause) {
    if (cause instanceof HelderError) throw cause;
    throw new HelderError("not-printed", { browser, reason: reasonOf(cause) }, { cause });
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const mark = /\(node(\d{8})\)/g;

/**
 * Equal pages give equal bytes: the moment of printing becomes the first that there is, and the numbers that the browser happened to give to
 * parts of the page count from one. As many letters as before, so that all keeps its place in the file.
 */
function steady(printed: Buffer): Uint8Array {
  const text = printed.toString("latin1");
  const numbers = [...new Set([...text.matchAll(mark)].map((found) => found[1]!))].toSorted();
  const places = new Map(numbers.map((number, index) => [number, String(index + 1).padStart(8, "0")]));
  const settled = text
    .replace(mark, (_, number: string) => `(node${places.get(number)!})`)
    .replace(/(\/(?:Creation|Mod)Date \(D:)\d{14}/g, "$119700101000000");
  return new Uint8Array(Buffer.from(settled, "latin1"));
}

/** The browser sees one file of ours and nothing of the network. */
async function print(browser: string, source: string, printed: string, folder: string): Promise<void> {
  const isRoot = process.getuid?.() === 0;
  const options = [
    "--headless",
    ...(isRoot ? ["--no-sandbox"] : []),
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    `--user-data-dir=${join(folder, "profile")}`,
    "--no-pdf-header-footer",
    `--print-to-pdf=${printed}`,
    pathToFileURL(source).href,
  ];
  await promisify(execFile)(browser, options, { timeout: longest, killSignal: "SIGKILL" });
}

function reasonOf(cause: unknown): string {
  const { code, killed, message } = cause as {
    readonly code?: string | number | null;
    readonly killed?: boolean;
    readonly message: string;
  };
  if (killed) return "timeout";
  return typeof code === "string" || typeof code === "number" ? String(code) : message.split("\n", 1)[0]!;
}
