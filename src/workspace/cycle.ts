import { parse, references } from "../expression/index.ts";
import type { Metric, Objective } from "../framework/index.ts";
import { compareText, type Draft } from "./draft.ts";
import type { Entry } from "./entries.ts";

/** A finding for each circle among objectives (by parent) and among metrics (by the metrics they are made of). */
export function checkCycles(entries: readonly Entry[], drafts: Draft[]): void {
  const objectives = entries.filter((entry) => entry.section === "objectives");
  const metrics = entries.filter((entry) => entry.section === "metrics");
  report(objectives, (entry) => [(entry.value as Objective).parent].filter((id) => id !== undefined), drafts);
  report(metrics, (entry) => inputs(entry.value as Metric), drafts);
}

/** The metrics that a metric is made of. */
export function inputs(metric: Metric): string[] {
  const fields = metric as { numerator?: unknown; denominator?: unknown; metric?: unknown; formula?: unknown };
  const ids = [fields.numerator, fields.denominator, fields.metric].filter((id) => typeof id === "string");
  if (typeof fields.formula !== "string") return ids;
  const formula = parse(fields.formula);
  return formula.ok ? [...ids, ...references(formula.value)] : ids;
}

function report(entries: readonly Entry[], next: (entry: Entry) => readonly string[], drafts: Draft[]): void {
  const byId = new Map(entries.map((entry) => [entry.id!, entry]));
  const edges = new Map([...byId].map(([id, entry]) => [id, next(entry).filter((to) => byId.has(to))]));
  for (const group of circles(edges)) {
    const start = group.sort(compareText)[0]!;
    const path = shortestWayBack(start, edges, new Set(group));
    const entry = byId.get(start)!;
    const places = entry.yaml.places.get(entry.raw);
    const key = ["parent", "numerator", "denominator", "metric", "formula"].find((one) => {
      const text = entry.raw[one];
      return typeof text === "string" && (text === path[1] || one === "formula");
    });
    const place = key !== undefined && places instanceof Map ? places.get(key) : undefined;
    drafts.push({ code: "cycle", on: start, at: entry.yaml.range(place?.value ?? entry.start), params: { path: shortened(path) } });
  }
}

/** A sentence cannot hold thousands of ids. */
function shortened(path: readonly string[]): readonly string[] {
  return path.length > 12 ? [...path.slice(0, 9), "…", ...path.slice(-2)] : path;
}

/** Groups of ids that reach themselves: strongly connected components, by Tarjan's method without recursion. */
function circles(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();
  const found: string[][] = [];
  for (const root of edges.keys()) {
    if (order.has(root)) continue;
    const work: { readonly id: string; next: number }[] = [];
    const enter = (id: string) => {
      order.set(id, order.size);
      low.set(id, order.get(id)!);
      stack.push(id);
      onStack.add(id);
      work.push({ id, next: 0 });
    };
    enter(root);
    while (work.length > 0) {
      const frame = work.at(-1)!;
      const to = edges.get(frame.id)![frame.next++];
      if (to !== undefined) {
        if (!order.has(to)) enter(to);
        else if (onStack.has(to)) low.set(frame.id, Math.min(low.get(frame.id)!, order.get(to)!));
        continue;
      }
      work.pop();
      const above = work.at(-1);
      if (above) low.set(above.id, Math.min(low.get(above.id)!, low.get(frame.id)!));
      if (low.get(frame.id) !== order.get(frame.id)) continue;
      const group = stack.splice(stack.indexOf(frame.id));
      for (const id of group) onStack.delete(id);
      if (group.length > 1 || edges.get(frame.id)!.includes(frame.id)) found.push(group);
    }
  }
  return found;
}

function shortestWayBack(start: string, edges: ReadonlyMap<string, readonly string[]>, group: ReadonlySet<string>): string[] {
  const from = new Map<string, string>();
  const queue = [start];
  for (const id of queue) {
    for (const to of edges.get(id)!) {
      if (to === start) {
        const back = [start];
        for (let at = id; at !== start; at = from.get(at)!) back.push(at);
        return [...back, start].reverse();
      }
      if (!group.has(to) || from.has(to)) continue;
      from.set(to, id);
      queue.push(to);
    }
  }
  throw new Error(`no circle through ${start}`);
}
