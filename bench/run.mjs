// npm run bench -- <name> [--json] [--save] [options]
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

/**
 * A figure of a benchmark: `wish` is a bound as text, for the reader.
 * @typedef {{name: string, value: number, unit: string, wish?: string}} Figure
 */

/** @type {Record<string, () => Promise<(options: {rows: number, rounds: number, peers: boolean, parquet: boolean, wide: boolean}) => Promise<Figure[]> | Figure[]>>} */
const benchmarks = {
  calibration: async () => (await import("./calibration.mjs")).chances,
  discover: async () => (await import("./discover.mjs")).discovery,
  engine: async () => (await import("./engine.mjs")).engine,
  events: async () => (await import("./events.mjs")).events,
  experiments: async () => (await import("./experiments.mjs")).experiments,
  expression: async () => (await import("./expression.mjs")).expression,
  forecast: async () => (await import("./forecast.mjs")).forecasts,
  growth: async () => (await import("./growth.mjs")).growth,
  signals: async () => (await import("./signals.mjs")).signalsOfSeries,
  lifetime: async () => (await import("./lifetime.mjs")).lifetimes,
  refresh: async () => (await import("./refresh.mjs")).refresh,
  plan: async () => (await import("./plan.mjs")).plan,
  load: async () => (await import("./load.mjs")).load,
  startup: async () => (await import("./startup.mjs")).startup,
  workspace: async () => (await import("./workspace.mjs")).workspace,
  why: async () => (await import("./why.mjs")).why,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rows: { type: "string", default: "20000000" },
    rounds: { type: "string", default: "5" },
    peers: { type: "boolean", default: false },
    parquet: { type: "boolean", default: false },
    wide: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    save: { type: "boolean", default: false },
  },
});
const name = positionals[0] ?? "";
const benchmark = benchmarks[name];
const [rows, rounds] = [Number(values.rows), Number(values.rounds)];
if (benchmark === undefined || !Number.isSafeInteger(rows) || rows < 1 || !Number.isSafeInteger(rounds) || rounds < 1) {
  console.error(
    `npm run bench -- <${Object.keys(benchmarks).join("|")}> [--rows n] [--rounds n] [--peers] [--parquet] [--wide] [--json] [--save]`,
  );
  process.exitCode = 2;
} else {
  const measure = await benchmark();
  const figures = await measure({ rows, rounds, peers: values.peers, parquet: values.parquet, wide: values.wide });
  if (!values.json) {
    const width = Math.max(...figures.map((figure) => figure.name.length));
    for (const { name: label, value, unit, wish } of figures)
      console.log(`${label.padEnd(width)}  ${value.toPrecision(4).padStart(9)} ${unit.padEnd(4)}${wish === undefined ? "" : `  ${wish}`}`);
  }
  const measured = { benchmark: name, figures };
  if (values.save) save(measured);
  console.log(JSON.stringify(measured));
}

/** Keeps the figures, with the day and the machine, for `node bench/page.mjs`. @param {{benchmark: string, figures: Figure[]}} measured */
function save(measured) {
  const directory = fileURLToPath(new URL("results/", import.meta.url));
  const machine = { cores: cpus().length, model: cpus()[0]?.model ?? "", memory: totalmem(), node: process.version };
  mkdirSync(directory, { recursive: true });
  writeFileSync(
    `${directory}${measured.benchmark}.json`,
    `${JSON.stringify({ ...measured, on: new Date().toISOString().slice(0, 10), machine }, null, 2)}\n`,
  );
}
