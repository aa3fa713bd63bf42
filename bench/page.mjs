// Writes docs/performance.md and its picture from what `npm run bench -- <name> --save` kept in bench/results: node bench/page.mjs
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** @typedef {import("./run.mjs").Figure} Figure */
/** @typedef {{benchmark: string, figures: Figure[], on: string, machine: {cores: number, model: string, memory: number, node: string}}} Kept */

const results = fileURLToPath(new URL("results/", import.meta.url));
const docs = fileURLToPath(new URL("../docs/", import.meta.url));
const about = /** @type {Record<string, string>} */ ({
  engine:
    "24 KPIs × month × channel over three years of orders, a fifth of them without a customer: 20 metrics that add up, 4 exact distinct counts. Helder against the same SELECT by hand over a plain DuckDB table, one such SELECT a metric, one statement of Malloy and one of ClickHouse (in process).",
  events: "Events in: batches of 500 by eight senders, counted once they are on disk; client and server share the machine.",
  growth: "What ten times the rows, and ten times the metrics, cost.",
  refresh: "What `helder run` computes again when nothing, a day or some old months changed, beside computing all of it.",
  experiments:
    "What the analysis of tests promises, on simulated tests of which the truth is known: 20,000 each (2,000 for what CUPED narrows). A/A: no effect at all, looked at 50 times.",
  signals: "What the one alarm rule promises, on 5,000 simulated series of a kind; a shift is found once it is alarmed in its direction.",
  lifetime: "Customer lifetime value.",
  startup: "Commands that look at no data, wall time.",
  workspace: "Reading and checking a workspace of 1,000 KPIs.",
  why: "What explains a change of a ratio over 1,000,000 rows and six dimensions, from the question to the answer.",
  expression: "Parsing and typing an expression; planning and compiling metrics.",
});

const kept = readdirSync(results)
  .filter((name) => name.endsWith(".json"))
  .sort()
  .map((name) => /** @type {Kept} */ (JSON.parse(readFileSync(results + name, "utf8"))))
  .filter(({ benchmark }) => benchmark in about);

const sections = kept.map(({ benchmark, figures, on, machine }) => {
  const rows = figures.map(({ name, value, unit, wish }) => `| ${name} | ${shown(value)} ${unit} | ${wish ?? ""} |`);
  return `## ${benchmark}

${about[benchmark]}
${benchmark === "engine" ? "\n![Seconds for 24 KPIs by month and channel](images/performance.svg)\n" : ""}
| | measured | wish |
| --- | ---: | --- |
${rows.join("\n")}

Measured on ${on}: ${machine.cores} cores (${machine.model.trim() || "unnamed"}), ${Math.round(machine.memory / 1024 ** 3)} GiB, Node ${machine.node}. \`npm run bench -- ${benchmark}\` measures it again.
`;
});

writeFileSync(
  `${docs}performance.md`,
  `# Performance

Times are medians of rounds in which all sides took their turn on one machine; what counts are the ratios. Made by \`node bench/page.mjs\` from what
\`npm run bench -- <name> --save\` measured; how each is measured stands in bench/README.md.

${sections.join("\n")}`,
);
const seconds = kept
  .find(({ benchmark }) => benchmark === "engine")
  ?.figures.filter(({ unit, name }) => unit === "s" && !name.startsWith("load"));
if (seconds !== undefined) {
  mkdirSync(`${docs}images`, { recursive: true });
  writeFileSync(`${docs}images/performance.svg`, bars(seconds));
}

/** @param {number} value */
function shown(value) {
  return Math.abs(value) >= 1000 ? Math.round(value).toLocaleString("en") : String(Number(value.toPrecision(3)));
}

/** One bar a figure, the first, Helder's own, in the accent colour. @param {Figure[]} figures */
function bars(figures) {
  const [label, room, step] = [300, 420, 34];
  const most = Math.max(...figures.map(({ value }) => value));
  const rows = figures.map(({ name, value }, index) => {
    const top = 16 + index * step;
    const width = Math.max(1, (value / most) * room);
    return `<text x="${label - 12}" y="${top + 15}" text-anchor="end">${escaped(name)}</text><rect x="${label}" y="${top}" width="${width.toFixed(1)}" height="20" rx="2" fill="${index === 0 ? "#0b6e6e" : "#9aa5ad"}"/><text x="${(label + width + 8).toFixed(1)}" y="${top + 15}">${shown(value)} s</text>`;
  });
  const height = 24 + figures.length * step;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${label + room + 80} ${height}" font-family="sans-serif" font-size="13" fill="#5b6670" role="img" aria-label="Seconds for 24 KPIs by month and channel">
${rows.join("\n")}
</svg>
`;
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
