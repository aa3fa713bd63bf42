import { existsSync, readFileSync } from "node:fs";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type LocalEngine, openLocalEngine, type QueryRequest } from "../../src/engine/index.ts";

/** Real data sets with answers that others computed. They are not part of the product, and these tests skip without them. */
const folder = fileURLToPath(new URL("../../../shared/data/", import.meta.url));

export const present = existsSync(join(folder, "TRUTH.json"));
if (!present) console.warn(`Skipped: the real data sets are not at ${folder}`);

// The shape of each answer is its data set's own.
// oxlint-disable-next-line typescript/no-explicit-any
export const truth: Record<string, any> = present ? JSON.parse(readFileSync(join(folder, "TRUTH.json"), "utf8")) : {};

/** Where one of the files is. */
export function path(file: string): string {
  return join(folder, file);
}

/** The lines of one of the files. */
export function lines(file: string): readonly string[] {
  return readFileSync(path(file), "utf8").trim().split(/\r?\n/);
}

/** A workspace in a temporary folder with copies of `files` under `data/`. */
export async function workspaceWith(
  files: readonly string[],
  yaml: string,
): Promise<{ engine: LocalEngine; directory: string; dispose: () => Promise<void> }> {
  const directory = await mkdtemp(join(tmpdir(), "helder-real-"));
  await mkdir(join(directory, "data"));
  for (const file of files) await cp(join(folder, file), join(directory, "data", basename(file)));
  await writeFile(join(directory, "helder.yaml"), yaml);
  const engine = openLocalEngine(directory);
  return {
    engine,
    directory,
    dispose: async () => {
      await engine.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** Values by period, or for the grain `total` by segment, of one metric. */
export async function values(
  engine: LocalEngine,
  metric: string,
  asked: Partial<QueryRequest> = {},
): Promise<Record<string, number | null>> {
  const grain = asked.grain ?? "month";
  const result = await engine.query({
    metrics: [metric],
    grain,
    by: [],
    where: null,
    from: null,
    to: null,
    asOf: null,
    compare: null,
    ...asked,
  });
  return Object.fromEntries(
    result.series.flatMap((series) =>
      series.points.map((point) => [grain === "total" ? Object.values(series.segment).join(" ") || "total" : point.period, point.value]),
    ),
  );
}

export async function total(engine: LocalEngine, metric: string, asked: Partial<QueryRequest> = {}): Promise<number | null> {
  return (await values(engine, metric, { ...asked, grain: "total" }))["total"] ?? null;
}
