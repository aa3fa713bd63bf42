import type { z } from "zod";
import type { Container, Place, YamlText } from "./document.ts";
import type { Draft } from "./draft.ts";
import { isDemand } from "./findings/wrong-type.ts";
import { type Mismatch, mismatches, type Path, shown, wrongTypeParams } from "./issue.ts";

export interface ReadOptions {
  /** whether the entry is of no use, or says something else, without this key of its own */
  readonly essential?: (key: string) => boolean;
  /** what stands in for a required key that is missing or broken */
  readonly fallback?: Readonly<Record<string, unknown>>;
  /** id of the entity that findings are about; null: the workspace */
  readonly on: string | null;
  /** offset that stands for the entry as a whole */
  readonly start: number;
}

/**
 * Reads one entry by its schema. What is broken but not needed is left out, and the rest kept; `value` is null where a required or
 * essential part is broken. `raw` is pruned to what was kept.
 */
export function readEntry<T extends z.ZodType>(
  schema: T,
  raw: Record<string, unknown>,
  yaml: YamlText,
  options: ReadOptions,
): { readonly value: z.output<T> | null; readonly drafts: readonly Draft[] } {
  const drafts: Draft[] = [];
  const removed = new WeakMap<Container, Set<string | number>>();
  for (;;) {
    const result = schema.safeParse(raw);
    if (result.success) return { value: result.data, drafts };
    const doomed = new Map<Container, Set<string | number>>();
    let lost = false;
    for (const found of mismatches(result.error.issues, schema)) {
      const cut = target(raw, found);
      const { container, key } = cut;
      const missing = found.kind === "wrong-type" && !Object.hasOwn(container, key);
      const known = missing && removed.get(container)?.has(key);
      if (!known) drafts.push(draft(found, cut, raw, yaml, options));
      if (found.kind === "wrong-type" && options.essential?.(String(found.path[0] ?? ""))) lost = true;
      let doom: Cut | null = cut;
      if (missing) {
        const fallback = options.fallback?.[String(key)];
        if (container === raw && fallback !== undefined) {
          raw[String(key)] = fallback;
          doom = null;
        } else if (container === raw) lost = true;
        else doom = target(raw, { path: found.path.slice(0, -1) });
      } else if (found.path.length === 0) lost = true;
      if (doom) doomed.set(doom.container, (doomed.get(doom.container) ?? new Set()).add(doom.key));
    }
    if (lost) return { value: null, drafts };
    for (const [container, keys] of doomed) remove(container, keys, yaml, removed);
  }
}

interface Cut {
  readonly container: Container;
  readonly key: string | number;
}

function target(raw: Record<string, unknown>, { path }: { readonly path: Path }): Cut {
  let container: Container = raw;
  for (const step of path.slice(0, -1)) container = (container as Record<string | number, unknown>)[step] as Container;
  return { container, key: path.at(-1) ?? "" };
}

function remove(
  container: Container,
  keys: ReadonlySet<string | number>,
  yaml: YamlText,
  removed: WeakMap<Container, Set<string | number>>,
): void {
  if (Array.isArray(container)) {
    const places = yaml.places.get(container) as Place[] | undefined;
    const keep = (_: unknown, index: number) => !keys.has(index);
    const kept = container.filter(keep);
    const keptPlaces = places?.filter(keep);
    container.splice(0, container.length, ...kept);
    if (keptPlaces) places!.splice(0, places!.length, ...keptPlaces);
    return;
  }
  const gone = removed.get(container) ?? new Set();
  removed.set(container, gone);
  for (const key of keys) {
    delete container[key as string];
    gone.add(key);
  }
}

function draft(found: Mismatch, { container, key }: Cut, raw: Record<string, unknown>, yaml: YamlText, options: ReadOptions): Draft {
  const place = placeOf(yaml, container, key);
  if (found.kind === "unknown-key") {
    return {
      code: "unknown-key",
      on: options.on,
      at: yaml.range(place?.key ?? options.start),
      params: { key: shown(found.key) },
      meant: { word: found.key, among: () => found.known },
    };
  }
  const value = found.path.length === 0 ? raw : (container as Record<string | number, unknown>)[key];
  if (value === undefined && !Object.hasOwn(container, key)) {
    const expected = isDemand(found.expected[0]) ? found.expected : (["required"] as const);
    return {
      code: "wrong-type",
      on: options.on,
      at: yaml.range(container === raw ? options.start : startOf(yaml, container, options.start)),
      ...wrongTypeParams({ ...found, expected }, null),
    };
  }
  const typed = found.atKey ? key : value;
  const offset = found.atKey ? place?.key : place?.value;
  return { code: "wrong-type", on: options.on, at: yaml.range(offset ?? options.start), ...wrongTypeParams(found, typed) };
}

export function placeOf(yaml: YamlText, container: Container, key: string | number): Place | null {
  const places = yaml.places.get(container);
  if (!places) return null;
  return (Array.isArray(places) ? places[Number(key)] : places.get(String(key))) ?? null;
}

function startOf(yaml: YamlText, container: Container, otherwise: number): number {
  const places = yaml.places.get(container);
  const first = Array.isArray(places) ? places[0] : places?.values().next().value;
  return first?.key ?? otherwise;
}
