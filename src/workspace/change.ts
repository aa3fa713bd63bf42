import { isAlias, isMap, isScalar, isSeq, LineCounter, type YAMLMap, type YAMLSeq } from "yaml";
import { HelderError } from "../framework/index.ts";
import { compose, keyText, readYaml } from "./document.ts";
import {
  type Edit,
  type Holder,
  insertLines,
  type Layout,
  layoutOf,
  lineStart,
  removeItem,
  removePair,
  replaceBlock,
  wordAfter,
} from "./edit.ts";
import { flowText, isScalarValue, itemText, pairs, scalarText, valueText, type YamlValue } from "./render.ts";

/** Keys and list indexes from the top of a file; in a list of entries an id may stand for an index: `["kpis", "revenue", "target"]`. */
export type ChangePath = readonly (string | number)[];

/** One difference to make: the value at `path` becomes `value` (`undefined` takes it away), or the key that `path` ends in becomes `key`. */
export type Difference =
  { readonly path: ChangePath; readonly value: YamlValue | undefined } | { readonly path: ChangePath; readonly key: string };

/** A difference to make in one file of a workspace. */
export type Change = { readonly file: string } & Difference;

/**
 * Changes one value in a YAML text and leaves comments, order, quoting, indentation and line endings as they were. `undefined` takes
 * the key or entry away; a key, entry or section that is not there is added after its neighbours. Only the differences between the
 * old and the new value are touched, so changing a value to itself gives the same bytes. Throws HelderError `cannot-change` where
 * the text is broken or the change would reach further than asked (a value that other places refer to by `*`).
 */
export function change(text: string, path: ChangePath, value: YamlValue | undefined): string {
  return changeAll(text, [{ path, value }]);
}

/**
 * Makes several differences at once, as `change` makes one; a key that gets another name keeps its place, value and comments. Every
 * path is one of `text` as it is, whatever the others take away, and none may lie inside another.
 */
export function changeAll(text: string, differences: readonly Difference[]): string {
  const before = plain(text);
  const ordered = lastTakenFirst(differences);
  if (before === broken) throw refusal(ordered);
  const wanted = ordered.reduce(withDifference, before);
  const edits = editsFor(text, ordered);
  if (edits.length === 0 && equal(before, wanted)) return text;
  const changed = applied(text, edits);
  if (changed !== null && equal(plain(changed), wanted)) return changed;
  const [only, ...others] = ordered;
  if (others.length > 0) return ordered.reduce((current, one) => changeAll(current, [one]), text);
  // Edits that lie side by side can get in each other's way; one at a time they see each other's result.
  let current = text;
  for (let rounds = edits.length + 10; rounds > 0; rounds--) {
    const [edit] = editsFor(current, [only!]);
    if (!edit) break;
    current = applied(current, [edit]) ?? current;
    if (plain(current) === broken) break;
  }
  if (!equal(plain(current), wanted)) throw refusal(ordered);
  return current;
}

function refusal(differences: readonly Difference[]): HelderError {
  return new HelderError("cannot-change", { path: differences.map(({ path }) => path.join(".")).join(", ") });
}

/** What goes from a list goes last, and of that the last first: so every index still means what it meant. */
function lastTakenFirst(differences: readonly Difference[]): Difference[] {
  const taken = (one: Difference) => "value" in one && one.value === undefined;
  const backwards = ({ path: one }: Difference, { path: other }: Difference): number => {
    const at = one.findIndex((step, index) => step !== other[index]);
    const [step, otherStep] = [one[at], other[at]];
    return typeof step === "number" && typeof otherStep === "number" ? otherStep - step : 0;
  };
  return [...differences.filter((one) => !taken(one)), ...differences.filter(taken).sort(backwards)];
}

const broken = Symbol("broken");

function plain(text: string): unknown {
  const yaml = readYaml("", text);
  if (yaml.root === null && yaml.problems.some(({ kind }) => kind === "broken")) return broken;
  return yaml.root ?? null;
}

function editsFor(text: string, differences: readonly Difference[]): Edit[] {
  const [document] = compose(text, new LineCounter(), true);
  const layout = layoutOf(text);
  const root = document?.contents ?? null;
  if (!root || isEmpty(root)) {
    const [first] = differences;
    const built = first && "value" in first ? build(first.path, first.value) : undefined;
    return built === undefined ? [] : [{ start: text.length, end: text.length, text: topLines(built, layout) }];
  }
  return differences.flatMap((one) =>
    "key" in one ? keyEdit(root, one.path, one.key) : new Editor(layout).at(root, one.path, one.value, null),
  );
}

function keyEdit(node: unknown, [step, ...rest]: ChangePath, key: string): Edit[] {
  if (isSeq(node)) return typeof step === "number" ? keyEdit(node.items[step], rest, key) : [];
  const pair = isMap(node) ? node.items.find((one) => keyText(one.key) === step) : undefined;
  if (!pair) return [];
  if (rest.length > 0) return keyEdit(pair.value, rest, key);
  if (!isScalar(pair.key) || !pair.key.range || (isMap(node) && node.items.some((one) => keyText(one.key) === key))) return [];
  const [start, end] = pair.key.range;
  return [{ start, end, text: scalarText(key, pair.key.type ?? null) }];
}

class Editor {
  readonly #layout: Layout;
  readonly #anchors = new Map<string, unknown>();

  constructor(layout: Layout) {
    this.#layout = layout;
  }

  at(node: unknown, path: ChangePath, value: YamlValue | undefined, holder: Holder): Edit[] {
    this.#remember(node);
    const [step, ...rest] = path;
    if (step === undefined) return value === undefined ? [] : this.#replace(node, value, holder);
    if (isMap(node) && typeof step === "string") return this.#inMap(node, step, rest, value, holder);
    if (isSeq(node)) return this.#inList(node, step, rest, value, holder);
    const built = withValue(this.#plain(node), path, value) as YamlValue | undefined;
    return built === undefined ? [] : this.#replace(node, built, holder);
  }

  #inMap(map: YAMLMap, key: string, rest: ChangePath, value: YamlValue | undefined, holder: Holder): Edit[] {
    const pair = map.items.find((one) => keyText(one.key) === key);
    for (const one of map.items) if (one !== pair) this.#remember(one.value);
    if (!pair) {
      const built = build(rest, value);
      return built === undefined ? [] : this.#add(map, key, built);
    }
    if (rest.length === 0 && value === undefined) return [removePair(map, pair, holder, this.#layout)];
    return this.at(pair.value, rest, value, { pair });
  }

  #inList(seq: YAMLSeq, step: string | number, rest: ChangePath, value: YamlValue | undefined, holder: Holder): Edit[] {
    const index =
      typeof step === "number" ? step : seq.items.findIndex((item) => isMap(item) && (item.toJSON() as { id?: unknown }).id === step);
    const item = seq.items[index];
    if (item === undefined) {
      const built = build(rest, value);
      return built === undefined ? [] : this.#insert(seq, seq.items.length - 1, [built]);
    }
    if (rest.length === 0 && value === undefined) return [removeItem(seq, index, holder, this.#layout)];
    return this.at(item, rest, value, { seq, index });
  }

  #replace(node: unknown, value: YamlValue, holder: Holder): Edit[] {
    this.#remember(node);
    const old = this.#plain(node);
    if (equal(old, value)) return [];
    if (isMap(node) && !isScalarValue(value) && !Array.isArray(value)) {
      const wanted = new Map(pairs(value));
      const keys = node.items.map((pair) => keyText(pair.key));
      if (keys.some((key) => wanted.has(key))) {
        return [
          ...keys.filter((key) => !wanted.has(key)).flatMap((key) => this.#inMap(node, key, [], undefined, holder)),
          ...[...wanted].flatMap(([key, inner]) => this.#inMap(node, key, [], inner, holder)),
        ];
      }
    }
    if (isSeq(node) && Array.isArray(value) && node.items.length > 0 && value.length > 0)
      return this.#replaceList(node, value as YamlValue[], holder);
    return this.#overwrite(node, value, holder);
  }

  /** Keeps what is equal at both ends; what lies between is matched one to one, then added or taken away. */
  #replaceList(seq: YAMLSeq, value: readonly YamlValue[], holder: Holder): Edit[] {
    const old = seq.items.map((item) => this.#plain(item));
    let head = 0;
    while (head < Math.min(old.length, value.length) && equal(old[head], value[head])) head++;
    let tail = 0;
    while (tail < Math.min(old.length, value.length) - head && equal(old.at(-1 - tail), value.at(-1 - tail))) tail++;
    const both = Math.min(old.length, value.length) - head - tail;
    const edits: Edit[] = [];
    for (let index = head; index < head + both; index++) edits.push(...this.#replace(seq.items[index], value[index]!, { seq, index }));
    for (let index = head + both; index < old.length - tail; index++) edits.push(removeItem(seq, index, holder, this.#layout));
    const added = value.slice(head + both, value.length - tail);
    if (added.length > 0) edits.push(...this.#insert(seq, head + both - 1, added));
    return edits;
  }

  #overwrite(node: unknown, value: YamlValue, holder: Holder): Edit[] {
    const style = isScalar(node) ? (node.type ?? null) : null;
    const text = isScalarValue(value) ? scalarText(value, style) : flowText(value);
    if (node === null || isEmpty(node)) return [wordAfter(text, holder, this.#layout)];
    const [start, end] = (node as { range: [number, number, number] }).range;
    if ((isMap(node) || isSeq(node)) && !node.flow) return [replaceBlock(node, text, holder, this.#layout)];
    // A block of text (`|`, `>`) ends in its line break, which stays.
    const stop = this.#layout.text[end - 1] === "\n" && end > start ? end - (this.#layout.text[end - 2] === "\r" ? 2 : 1) : end;
    return [{ start, end: stop, text }];
  }

  #add(map: YAMLMap, key: string, value: YamlValue): Edit[] {
    const { eol } = this.#layout;
    if (map.flow || map.items.length === 0) return [this.#intoFlow(map, `${scalarText(key)}: ${flowText(value)}`, map.items.length - 1)];
    const indent = this.#layout.column(map);
    return [insertLines(this.#layout.end(map), `${scalarText(key)}:${valueText(value, indent, eol)}`, indent, this.#layout)];
  }

  /** Puts values after the item at `index`; −1 is the beginning. */
  #insert(seq: YAMLSeq, index: number, values: readonly YamlValue[]): Edit[] {
    if (seq.flow || seq.items.length === 0) return [this.#intoFlow(seq, values.map(flowText).join(", "), index)];
    const indent = this.#layout.column(seq);
    const neighbour = seq.items[Math.max(0, index)];
    const style = isMap(neighbour) && neighbour.flow ? "flow" : "block";
    const lines = values.map((value) => `- ${itemText(value, indent, this.#layout.eol, style)}`);
    if (index < 0) {
      const start = lineStart(this.#layout.dash(seq, 0), this.#layout.text);
      return [{ start, end: start, text: lines.map((line) => `${" ".repeat(indent)}${line}${this.#layout.eol}`).join("") }];
    }
    const text = lines.join(`${this.#layout.eol}${" ".repeat(indent)}`);
    return [insertLines(this.#layout.end(seq.items[index], { seq, index }), text, indent, this.#layout)];
  }

  #intoFlow(node: YAMLMap | YAMLSeq, text: string, index: number): Edit {
    const before = node.items[index];
    const at = before === undefined ? (node.range?.[0] ?? 0) + 1 : this.#layout.end(before);
    const more = node.items.length > 0;
    return { start: at, end: at, text: before === undefined ? (more ? `${text}, ` : text) : `, ${text}` };
  }

  #remember(node: unknown): void {
    if (typeof node !== "object" || node === null) return;
    const { anchor } = node as { anchor?: string };
    if (anchor !== undefined) this.#anchors.set(anchor, node);
    if (isMap(node)) for (const pair of node.items) this.#remember(pair.value);
    if (isSeq(node)) for (const item of node.items) this.#remember(item);
  }

  #plain(node: unknown): unknown {
    if (isAlias(node)) return this.#plain(this.#anchors.get(node.source) ?? null);
    if (isScalar(node)) return node.value;
    if (isSeq(node)) return node.items.map((item) => this.#plain(item));
    if (!isMap(node)) return null;
    const found = new Map<string, unknown>();
    const merged: unknown[] = [];
    for (const pair of node.items) {
      const key = keyText(pair.key);
      if (key === "<<") merged.push(pair.value);
      else if (!found.has(key)) found.set(key, this.#plain(pair.value));
    }
    for (const source of merged.flatMap((one) => this.#plain(one))) {
      if (typeof source !== "object" || source === null) continue;
      for (const [key, value] of Object.entries(source)) if (!found.has(key)) found.set(key, value);
    }
    return Object.fromEntries(found);
  }
}

function isEmpty(node: unknown): boolean {
  return isScalar(node) && node.value === null && (node.source ?? "") === "" && node.range?.[0] === node.range?.[1];
}

/** `value` wrapped in the maps and lists that `path` names; undefined where there is nothing to add. */
function build(path: ChangePath, value: YamlValue | undefined): YamlValue | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  const inner = build(rest, value);
  if (inner === undefined) return undefined;
  const entry = rest.length === 0 && typeof inner === "object" && inner !== null && (inner as { id?: YamlValue }).id === step;
  return typeof step === "number" || entry ? [inner] : { [step]: inner };
}

function topLines(value: YamlValue, { text, eol }: Layout): string {
  const lead = text === "" || text.endsWith("\n") ? "" : eol;
  if (isScalarValue(value) || Array.isArray(value)) return `${lead}${flowText(value)}${eol}`;
  return (
    lead +
    pairs(value as object)
      .map(([key, inner]) => `${scalarText(key)}:${valueText(inner, 0, eol)}${eol}`)
      .join("")
  );
}

/** `root` with one difference, as plain data: what the changed text must read as. */
function withDifference(root: unknown, difference: Difference): unknown {
  return "key" in difference ? withKey(root, difference.path, difference.key) : withValue(root, difference.path, difference.value);
}

/** A key never takes the place of another. */
function withKey(root: unknown, [step, ...rest]: ChangePath, key: string): unknown {
  if (Array.isArray(root)) return (root as unknown[]).map((item, index) => (index === step ? withKey(item, rest, key) : item));
  if (typeof root !== "object" || root === null) return root;
  return Object.fromEntries(
    Object.entries(root).flatMap(([name, value]): [string, unknown][] => {
      if (name !== step) return [[name, value]];
      if (rest.length > 0) return [[name, withKey(value, rest, key)]];
      return Object.hasOwn(root, key) ? [] : [[key, value]];
    }),
  );
}

function withValue(root: unknown, path: ChangePath, value: YamlValue | undefined): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value === undefined ? root : normal(value);
  if (Array.isArray(root)) {
    const list = [...(root as unknown[])];
    const index = typeof step === "number" ? step : list.findIndex((item) => (item as { id?: unknown } | null)?.id === step);
    if (index < 0 || index >= list.length) {
      const built = build(rest, value);
      return built === undefined ? list : [...list, normal(built)];
    }
    if (rest.length === 0 && value === undefined) list.splice(index, 1);
    else list[index] = withValue(list[index], rest, value);
    return list;
  }
  if (typeof root === "object" && root !== null && typeof step === "string") {
    const members = new Map(Object.entries(root));
    if (rest.length === 0 && value === undefined) members.delete(step);
    else if (members.has(step)) members.set(step, withValue(members.get(step), rest, value));
    else {
      const built = build(rest, value);
      if (built !== undefined) members.set(step, normal(built));
    }
    return Object.fromEntries(members);
  }
  const built = build(path, value);
  return built === undefined ? root : normal(built);
}

function normal(value: YamlValue): unknown {
  if (isScalarValue(value)) return value;
  if (Array.isArray(value)) return (value as readonly YamlValue[]).map(normal);
  return Object.fromEntries(pairs(value).map(([key, inner]) => [key, normal(inner)]));
}

function equal(one: unknown, other: unknown): boolean {
  if (one === other || (Number.isNaN(one) && Number.isNaN(other))) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Array.isArray(one) || Array.isArray(other)) {
    return (
      Array.isArray(one) && Array.isArray(other) && one.length === other.length && one.every((item, index) => equal(item, other[index]))
    );
  }
  const members = pairs(one);
  return (
    members.length === pairs(other).length &&
    members.every(([key, value]) => Object.hasOwn(other, key) && equal(value, (other as Record<string, unknown>)[key]))
  );
}

/** Null where two edits overlap. */
function applied(text: string, edits: readonly Edit[]): string | null {
  const sorted = edits
    .map((edit, order) => ({ ...edit, order }))
    .sort((one, other) => one.start - other.start || one.end - other.end || one.order - other.order);
  let result = "";
  let done = 0;
  for (const { start, end, text: inserted } of sorted) {
    if (start < done) return null;
    result += text.slice(done, start) + inserted;
    done = end;
  }
  return result + text.slice(done);
}
