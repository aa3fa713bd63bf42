import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { customerLifetime } from "../dist/engine/index.js";
import { aggregate, fitCustomers, models } from "../dist/statistics/index.js";
import { Random } from "../dist/statistics/random.js";
import { interleaved, median } from "./measure.mjs";

/**
 * How fast customer lifetime value is: a fit on as many customers as CDNOW has, and a million customers from the file to the forecast.
 * @param {{rounds: number}} options
 */
export async function lifetimes({ rounds }) {
  const customers = histories(2357, new Random(20261123));
  const fitted = await interleaved(
    {
      bgNbd: () => fitCustomers(models["bg-nbd"], aggregate(customers)),
      paretoNbd: () => fitCustomers(models["pareto-nbd"], aggregate(customers)),
    },
    rounds,
  );
  const directory = await mkdtemp(join(tmpdir(), "helder-bench-"));
  try {
    const file = join(directory, "transactions.csv");
    await writeTransactions(file, 1_000_000, new Random(20261123));
    const times = [];
    for (let round = 0; round < Math.min(rounds, 3); round++) {
      const start = performance.now();
      await customerLifetime({
        file,
        customer: "customer",
        time: "date",
        value: "amount",
        calibrationEnd: "2024-12-31",
        unit: "week",
        horizon: 39,
        model: "bg-nbd",
        discount: null,
        customers: null,
      });
      times.push((performance.now() - start) / 1000);
    }
    return [
      { name: "BG/NBD, 2,357 customers", value: fitted.bgNbd, unit: "ms", wish: "≤ 60" },
      { name: "Pareto/NBD, 2,357 customers", value: fitted.paretoNbd, unit: "ms" },
      { name: "1,000,000 customers, from CSV to forecast", value: median(times), unit: "s", wish: "≤ 10" },
    ];
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/**
 * Days of purchases after the first, of a customer whose rate and chance of leaving are drawn.
 * @param {Random} random
 * @param {number} most days
 */
function purchases(random, most) {
  const rate = random.normal() ** 2 / 74;
  const leaves = random.uniform() / 2;
  const days = [];
  for (let at = 0; random.uniform() >= leaves;) {
    at += -Math.log(1 - random.uniform()) / rate;
    if (!(at <= most)) break;
    days.push(Math.ceil(at));
  }
  return [...new Set(days)];
}

/**
 * @param {number} count
 * @param {Random} random
 */
function histories(count, random) {
  return Array.from({ length: count }, () => {
    const age = 189 + Math.floor(84 * random.uniform());
    const days = purchases(random, age - 1);
    return { x: days.length, recency: (days.at(-1) ?? 0) / 7, age: age / 7 };
  });
}

/**
 * @param {string} path
 * @param {number} count
 * @param {Random} random
 */
async function writeTransactions(path, count, random) {
  const days = Array.from({ length: 1000 }, (_, day) => new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10));
  const file = createWriteStream(path);
  file.write("customer,date,amount\n");
  for (let first = 0; first < count; first += 10_000) {
    const lines = [];
    for (let customer = first; customer < Math.min(first + 10_000, count); customer++) {
      const start = Math.floor(300 * random.uniform());
      const usual = 10 + 30 * random.uniform();
      for (const day of [0, ...purchases(random, 640 - start)])
        lines.push(`c${customer},${days[start + day]},${(usual * (0.5 + random.uniform())).toFixed(2)}\n`);
    }
    if (!file.write(lines.join(""))) await once(file, "drain");
  }
  file.end();
  await once(file, "finish");
}
