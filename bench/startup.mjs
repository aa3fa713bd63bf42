import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { interleaved } from "./measure.mjs";

const command = fileURLToPath(new URL("../dist/bin/helder.js", import.meta.url));

/** @param {{rounds: number}} options */
export async function startup({ rounds }) {
  const folder = mkdtempSync(join(tmpdir(), "helder-bench-"));
  try {
    const shop = join(folder, "shop");
    helder("init", shop, "--example", "badkamerwinkel", "--language", "nl");
    const times = await interleaved(
      {
        node: () => execFileSync(process.execPath, ["-e", "0"]),
        version: () => helder("--version"),
        check: () => helder("check", "--workspace", shop),
      },
      rounds,
    );
    return [
      { name: "node, doing nothing", value: times.node / 1000, unit: "s" },
      { name: "helder --version", value: times.version / 1000, unit: "s", wish: "< 0.6" },
      { name: "helder check on badkamerwinkel", value: times.check / 1000, unit: "s", wish: "< 0.6" },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string[]} args */
function helder(...args) {
  return execFileSync(process.execPath, [command, ...args], { stdio: ["ignore", "pipe", "inherit"] });
}
