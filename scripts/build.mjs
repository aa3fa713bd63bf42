// Builds dist/: `tsc --build` for the rooms that run in Node, Vite for the web app, both at once; then the command line joined into dist/bin. Run by `npm ci` (prepare) and `npm run build`.
import { spawn } from "node:child_process";
import { readdir, rm } from "node:fs/promises";
import { existsSync } from "node:fs";
import { basename, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");
const command = join(dist, "bin", "helder.js");
const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
const vite = join(root, "node_modules", "vite", "bin", "vite.js");

if (!existsSync(compiler) && existsSync(command)) {
  console.log("helder: built already, and the compiler is not installed; nothing to do.");
} else if (!existsSync(compiler)) {
  console.error("helder: the compiler is missing. Install the development packages too: npm ci --include=dev");
  process.exitCode = 1;
} else {
  await removeStale(dist);
  const [compiled, bundled] = await Promise.all([run(compiler, ["--build", "tsconfig.node.json"]), buildWeb()]);
  if (compiled === 0) await (await import("./bundle.mjs")).bundle();
  process.exitCode = compiled || bundled;
}

/** @returns {Promise<number>} exit code */
function buildWeb() {
  if (existsSync(join(root, "src", "web", "main.tsx"))) return run(vite, ["build", "--logLevel", "warn"]);
  console.log("helder: src/web/main.tsx does not exist; the web app is not built.");
  return Promise.resolve(0);
}

/**
 * @param {string} script
 * @param {string[]} args
 * @returns {Promise<number>} exit code
 */
function run(script, args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
    child.on("error", (error) => {
      console.error(`helder: ${basename(script)} did not start: ${error.message}`);
      resolve(1);
    });
    child.on("exit", (code) => resolve(code ?? 1));
  });
}

/**
 * Removes what an earlier build made of a source that is gone, so that it is neither imported nor packed.
 * @param {string} directory
 */
async function removeStale(directory) {
  if (!existsSync(directory)) return;
  for (const entry of await readdir(directory, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const output = join(entry.parentPath, entry.name);
    const path = relative(directory, output);
    if (path.startsWith(`web${sep}`) || path.startsWith(`bin${sep}`) || !/\.(d\.ts|js)$/.test(path)) continue;
    const source = join(root, "src", path.replace(/\.(d\.ts|js)$/, ".ts"));
    if (!existsSync(source)) await rm(output);
  }
}
