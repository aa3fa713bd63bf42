// Joins the compiled command line and the small packages it always needs into a few files: `helder check` opens some hundred modules
// otherwise, and most of its time went into finding them. What has binaries or is big and rarely needed stays a package.
import { existsSync } from "node:fs";
import { chmod, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const root = fileURLToPath(new URL("..", import.meta.url));
const directory = join(root, "dist", "bin");
const apart = ["aws4fetch", "exceljs", "mysql2", "pg", "pptxgenjs", /^node:/, /^@duckdb\//, /^libsql/, /^fastify/, /^@fastify\//];

/** Writes dist/bin from dist/cli/main.js. */
export async function bundle() {
  await rm(directory, { recursive: true, force: true });
  const bundled = await rolldown({
    input: { helder: join(root, "dist", "cli", "main.js") },
    platform: "node",
    external: apart,
    preserveEntrySignatures: "allow-extension",
    logLevel: "warn",
  });
  const { output } = await bundled.write({
    dir: directory,
    format: "esm",
    chunkFileNames: "[name]-[hash].js",
    // What of these rooms only the server uses would stand in the server's file, which every command would load then.
    codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: "engine", test: /[\\/]dist[\\/](?:engine|connect)[\\/]/ }] },
  });
  await bundled.close();
  await chmod(join(directory, "helder.js"), 0o755);
  const modules = output.flatMap((chunk) => (chunk.type === "chunk" ? chunk.moduleIds : []));
  await writeFile(join(directory, "THIRD-PARTY-LICENSES.txt"), await licences(modules));
}

/**
 * The licence texts of the packages that are in the bundle, as they ask.
 * @param {readonly string[]} modules
 */
async function licences(modules) {
  const packages = new Set(modules.flatMap((id) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id.replaceAll("\\", "/"))?.[1] ?? []));
  const texts = [];
  for (const name of [...packages].toSorted()) {
    const folder = join(root, "node_modules", name);
    const file = existsSync(folder) ? (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry)) : undefined;
    if (file === undefined) throw new Error(`no licence text in ${name}`);
    texts.push(`${name}\n\n${await readFile(join(folder, file), "utf8")}`);
  }
  return texts.join(`\n${"─".repeat(80)}\n`);
}
