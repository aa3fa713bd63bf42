import { check } from "../dist/check/index.js";
import { parse } from "../dist/workspace/index.js";
import { interleaved } from "./measure.mjs";

const kpis = 1_000;
const metrics = 2_000;
const goals = 300;

/** @param {{rounds: number}} options */
export async function workspace({ rounds }) {
  const files = [
    { path: "helder.yaml", text: `helder: 1\nname: Large\nlanguage: en\ncurrency: EUR\ntimezone: Europe/Amsterdam\nkpiBudget: 100\n` },
    { path: "framework.yaml", text: frameworkText() },
  ];
  const { framework, findings, sources } = parse(files);
  const errors = findings.filter((finding) => finding.severity === "error");
  if (framework?.kpis.length !== kpis || framework.metrics.length !== metrics || framework.goals.length !== goals || errors.length > 0) {
    throw new Error(`not read as meant: ${JSON.stringify(errors.slice(0, 3))}`);
  }
  const today = "2026-06-15";
  const times = await interleaved(
    {
      parse: () => parse(files),
      // A framework of its own each time: what is derived from one is kept with it.
      check: () => check({ framework: { ...framework }, findings, sources, today }),
    },
    rounds,
  );
  const bytes = files.reduce((sum, file) => sum + Buffer.byteLength(file.text), 0);
  return [
    { name: `parse ${kpis} KPIs, ${metrics} metrics, ${goals} goals`, value: times.parse, unit: "ms" },
    { name: "check them", value: times.check, unit: "ms" },
    { name: "size of their YAML", value: bytes / 1e6, unit: "MB" },
  ];
}

function frameworkText() {
  const lines = ["goals:"];
  for (let index = 0; index < goals; index++) lines.push(`  - {id: trust-${index}, name: Trust of group ${index}, for: [homes]}`);
  lines.push("objectives:");
  for (let index = 0; index < goals; index++)
    lines.push(`  - {id: grow-${index}, name: Grow ${index}, supports: [{goal: trust-${index}, effect: helps}]}`);
  lines.push("segments:", "  - {id: homes, dataset: orders, where: kind = 'home'}");
  lines.push("datasets:", "  - {id: orders, file: data/orders.csv, time: ordered_at}", "metrics:");
  for (let index = 0; index < metrics; index++)
    lines.push(
      `  - {id: m-${index}, type: sum, dataset: orders, of: quantity * unit_price, where: "channel = 'c${index}'", unit: currency}`,
    );
  lines.push("kpis:");
  for (let index = 0; index < kpis; index++)
    lines.push(
      `  - id: k-${index}`,
      `    name: Revenue of channel ${index} # agreed in december`,
      `    measures: grow-${index % goals}`,
      `    metric: m-${index}`,
      `    side: behaviour`,
      `    timing: lagging`,
      `    direction: up`,
      `    target: {value: ${1000 + index}, from: 2026-01-01, to: 2026-12-31, measured: total}`,
      `    baseline: {value: ${900 + index}, from: 2025-01-01, to: 2025-12-31}`,
      `    owner: sales`,
      `    because: Two more evenings a week.`,
      `    actions: [{when: behind, do: start, what: Call the customers of this channel, who: sales}]`,
    );
  return `${lines.join("\n")}\n`;
}
