import type { Range } from "../framework/index.ts";
import type { ChangePath } from "./change.ts";
import { type Container, readYaml } from "./document.ts";
import { placeOf } from "./entry.ts";

/** A part of a file as it was typed: its path from the top of the file, and what stands there. */
export interface TypedPart {
  readonly path: ChangePath;
  readonly value: unknown;
}

/** A file read from the place to the path: what a finding points at, as `change` wants to hear it. */
export interface TypedText {
  /** the part whose value begins at a place; null where none does, or where several places share it (`&` and `*`) */
  valueAt(at: Range): TypedPart | null;
  /** the part whose key begins at a place */
  keyAt(at: Range): TypedPart | null;
  /** what stands at a path, the root at the empty one; undefined where nothing does */
  read(path: ChangePath): unknown;
}

/** Reads a file once more, because reading a framework leaves out of the lists what is broken and so shifts their indexes. */
export function typedText(file: string, text: string): TypedText {
  const yaml = readYaml(file, text);
  const values = new Map<number, TypedPart | null>();
  const keys = new Map<number, TypedPart | null>();
  const put = (parts: typeof values, offset: number, part: TypedPart) => parts.set(offset, parts.has(offset) ? null : part);
  const walk = (container: Container, path: ChangePath): void => {
    for (const step of Array.isArray(container) ? container.keys() : Object.keys(container)) {
      const value = (container as Record<string | number, unknown>)[step];
      const place = placeOf(yaml, container, step);
      const part = { path: [...path, step], value };
      if (place) {
        put(values, place.value, part);
        if (typeof step === "string") put(keys, place.key, part);
      }
      if (isContainer(value)) walk(value, part.path);
    }
  };
  if (isContainer(yaml.root)) walk(yaml.root, []);
  const byPlace = (parts: typeof values) => new Map([...parts].map(([offset, part]) => [placeText(yaml.range(offset)), part] as const));
  const [valuesByPlace, keysByPlace] = [byPlace(values), byPlace(keys)];
  return {
    valueAt: (at) => valuesByPlace.get(placeText(at)) ?? null,
    keyAt: (at) => keysByPlace.get(placeText(at)) ?? null,
    read: (path) =>
      path.reduce<unknown>(
        (value, step) => (isContainer(value) ? (value as Record<string | number, unknown>)[step] : undefined),
        yaml.root,
      ),
  };
}

function isContainer(value: unknown): value is Container {
  return typeof value === "object" && value !== null;
}

function placeText({ line, column }: Range): string {
  return `${line}:${column}`;
}
