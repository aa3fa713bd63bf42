// Checks who enters which room (rooms.mjs). Prints each breach and exits 1; prints one line and exits 0 when the walls stand.
import swc from "@swc/core";
import { cruise } from "dependency-cruiser";
import { existsSync, readdirSync } from "node:fs";
import { join, sep } from "node:path";
import { pathToFileURL } from "node:url";

/** @typedef {{enters: string[], packages: string[], pure: boolean}} Room */
/** @typedef {{breaches: string[], modules: number}} Inspection */
/** @typedef {import("dependency-cruiser").IRegularForbiddenRuleType} Rule */

// dependency-cruiser asks swc to read every file as plain TypeScript; without this a .tsx file is a syntax error.
const parseFileSync = swc.parseFileSync;
/** @type {{parseFileSync: object}} */ (swc).parseFileSync = (/** @type {string} */ path, /** @type {object} */ options) =>
  parseFileSync(path, { syntax: "typescript", ...options, tsx: path.endsWith(".tsx") });

/**
 * @param {string} root folder with `src/` and `package.json`
 * @param {Record<string, Room>} rooms
 * @returns {Promise<Inspection>}
 */
export async function inspect(root, rooms) {
  const breaches = [...ofList(rooms), ...ofFolders(root, rooms)];
  const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .map((path) => `src/${path.split(sep).join("/")}`)
    .filter((path) => isSource(path));
  const { output } = await cruise(["src"], {
    baseDir: root,
    parser: "swc",
    tsPreCompilationDeps: true,
    doNotFollow: "node_modules",
    validate: true,
    ruleSet: { forbidden: rules(rooms) },
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".d.ts", ".mjs", ".js"] },
  });
  if (typeof output === "string") throw new Error(`dependency-cruiser answered with text: ${output}`);
  for (const { from, to, rule } of output.summary.violations) breaches.push(`${rule.name}: ${from} → ${to}`);

  const cruised = new Set(output.modules.map((module) => module.source).filter((source) => isSource(source)));
  for (const source of sources) if (!cruised.has(source)) breaches.push(`not-cruised: ${source} was not looked at`);
  if (sources.length === 0) breaches.push("not-cruised: there is nothing in src/");
  return { breaches: [...new Set(breaches)].toSorted(), modules: cruised.size };
}

/** @param {string} path */
function isSource(path) {
  return path.startsWith("src/") && /\.[cm]?[jt]sx?$/.test(path);
}

/**
 * The list itself: every room that is entered exists, and the directions have no cycle.
 * @param {Record<string, Room>} rooms
 */
function ofList(rooms) {
  /** @type {string[]} */
  const breaches = [];
  const safe = new Set();
  /** @type {(name: string, path: string[]) => void} */
  const climb = (name, path) => {
    if (safe.has(name)) return;
    const start = path.indexOf(name);
    if (start >= 0) {
      breaches.push(`room-cycle: ${[...path.slice(start), name].join(" → ")} in rooms.mjs`);
      return;
    }
    for (const next of rooms[name]?.enters ?? []) {
      if (!rooms[next]) breaches.push(`unknown-room: ${name} enters ${next}, which rooms.mjs does not list`);
      else climb(next, [...path, name]);
    }
    safe.add(name);
  };
  for (const name of Object.keys(rooms)) climb(name, []);
  return breaches;
}

/**
 * Every folder is a listed room, every listed room is a folder, and no file lies outside a room.
 * @param {string} root
 * @param {Record<string, Room>} rooms
 */
function ofFolders(root, rooms) {
  const entries = readdirSync(join(root, "src"), { withFileTypes: true });
  return [
    ...entries.filter((entry) => !entry.isDirectory()).map((entry) => `outside-rooms: src/${entry.name} lies in no room`),
    ...entries
      .filter((entry) => entry.isDirectory() && !rooms[entry.name])
      .map((entry) => `unlisted-room: src/${entry.name}/ is not in rooms.mjs`),
    ...Object.keys(rooms)
      .filter((name) => !existsSync(join(root, "src", name)))
      .map((name) => `empty-room: rooms.mjs lists ${name}, which has no folder src/${name}/`),
  ];
}

/**
 * @param {Record<string, Room>} rooms
 * @returns {Rule[]}
 */
function rules(rooms) {
  const builtinFree = Object.keys(rooms).filter((name) => rooms[name]?.pure || name === "web");
  return [
    ...Object.entries(rooms).flatMap(([name, room]) => ofRoom(name, room)),
    rule("front-door", { path: "^src/([^/]+)/" }, { path: "^src/[^/]+/", pathNot: ["^src/$1/", "^src/[^/]+/index\\.ts$"] }),
    rule("cycle", {}, { circular: true }),
    rule("builtin-in-pure-room", { path: `^src/(${builtinFree.join("|")})/` }, { dependencyTypes: ["core"] }),
    rule("leaves-house", { path: "^src/" }, { pathNot: ["^src/", "(^|/)node_modules/"], dependencyTypesNot: ["core", "unknown"] }),
    rule("not-found", {}, { couldNotResolve: true, dependencyTypesNot: ["core"] }),
    // The web app is bundled, so what it needs are development dependencies; what runs in Node is installed with the package.
    rule("development-package", { path: "^src/", pathNot: "^src/web/" }, { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["npm"] }),
  ];
}

/**
 * @param {string} name
 * @param {Room} room
 */
function ofRoom(name, room) {
  const inside = { path: `^src/${name}/` };
  const packages = room.packages.map((known) => `(^|/)node_modules/(@types/)?${escape(known)}/`);
  return [
    rule("direction", inside, { path: "^src/[^/]+/", pathNot: [name, ...room.enters].map((entered) => `^src/${entered}/`) }),
    rule("foreign-package", inside, { path: "(^|/)node_modules/", ...(packages.length > 0 ? { pathNot: packages } : {}) }),
  ];
}

/**
 * @param {string} name
 * @param {Rule["from"]} from
 * @param {Rule["to"]} to
 * @returns {Rule}
 */
function rule(name, from, to) {
  return { name, severity: "error", from, to };
}

/** @param {string} text */
function escape(text) {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const root = process.argv[2] ?? process.cwd();
  const { rooms } = /** @type {{rooms: Record<string, Room>}} */ (await import(pathToFileURL(join(root, "rooms.mjs")).href));
  const { breaches, modules } = await inspect(root, rooms);
  for (const breach of breaches) console.error(breach);
  if (breaches.length > 0) process.exitCode = 1;
  console.log(
    breaches.length > 0 ? `walls: ${breaches.length} breaches in ${modules} modules` : `walls: ${modules} modules, none breached`,
  );
}
