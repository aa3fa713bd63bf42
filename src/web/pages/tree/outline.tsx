import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import type { Entry, TreeNode } from "../../report.ts";
import { useLoaded } from "../../say.ts";
import { StatusGlyph } from "../../ui/status.tsx";
import type { Focus } from "./focus.ts";
import type { Forest } from "./model.ts";
import classes from "./outline.module.css";

interface Item {
  readonly node: TreeNode;
  readonly depth: number;
  readonly parent: string | null;
  readonly children: readonly Item[];
}

const folded = 120;

function itemsOf(forest: Forest, nodes: ReadonlyMap<string, TreeNode>): readonly Item[] {
  const build = (id: string, depth: number, parent: string | null): Item[] => {
    const card = forest.cards.get(id);
    if (!card) return [];
    const gauges = card.gauges
      .map((gauge) => nodes.get(`${gauge.kind}/${gauge.id}`))
      .filter((node) => node !== undefined && node.id !== id)
      .map((node): Item => ({ node: node as TreeNode, depth: depth + 1, parent: id, children: [] }));
    return [
      {
        node: card.node,
        depth,
        parent,
        children: [...gauges, ...(forest.children.get(id) ?? []).flatMap((child) => build(child, depth + 1, id))],
      },
    ];
  };
  return forest.roots.flatMap((root) => build(root, 0, null));
}

/** The same tree as a list: arrow keys move, right and left open and fold, Enter picks. */
export function Outline({
  forest,
  focus,
  of,
  picked,
  pick,
}: {
  forest: Forest;
  /** null: the super-KPI's path */
  focus: Focus | null;
  /** whose things are lit, by name */
  of: string | null;
  picked: string | null;
  pick: (id: string) => void;
}) {
  const { report, entries, say } = useLoaded();
  const label = useId();
  const list = useRef<HTMLUListElement>(null);
  const items = useMemo(() => itemsOf(forest, new Map(report.tree.nodes.map((node) => [node.id, node]))), [forest, report]);
  const [closed, setClosed] = useState<ReadonlySet<string>>(() => startClosed(items, report.tree.nodes.length));
  const visible = useMemo(() => flatten(items, closed), [items, closed]);
  const [at, setAt] = useState<string | null>(null);
  const current = visible.find((item) => item.node.id === (at ?? picked)) ?? visible[0];
  const moved = useRef(false);
  useEffect(() => {
    if (moved.current) list.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    moved.current = false;
  }, [current]);
  const go = (item: Item | undefined) => {
    if (!item) return;
    moved.current = true;
    setAt(item.node.id);
  };
  const fold = (id: string, shut: boolean) => {
    const next = new Set(closed);
    if (shut) next.add(id);
    else next.delete(id);
    setClosed(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!current || event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const place = visible.indexOf(current);
    const { id } = current.node;
    const open = current.children.length > 0 && !closed.has(id);
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => go(visible[place + 1]),
      ArrowUp: () => go(visible[place - 1]),
      Home: () => go(visible[0]),
      End: () => go(visible.at(-1)),
      ArrowRight: () => (open ? go(visible[place + 1]) : fold(id, false)),
      ArrowLeft: () => (open ? fold(id, true) : go(visible.find((item) => item.node.id === current.parent))),
      Enter: () => pick(id),
      " ": () => pick(id),
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  };
  const row = (item: Item) => {
    const { node, children, depth } = item;
    const shut = closed.has(node.id);
    return (
      <li
        key={node.id}
        role="treeitem"
        aria-level={depth + 1}
        aria-selected={node.id === picked}
        aria-label={spoken(node)}
        {...(children.length > 0 ? { "aria-expanded": !shut } : {})}
        tabIndex={current?.node.id === node.id ? 0 : -1}
        onFocus={(event) => {
          if (event.target === event.currentTarget) setAt(node.id);
        }}
        onKeyDown={onKeyDown}
        onClick={(event) => {
          event.stopPropagation();
          setAt(node.id);
          if (event.target instanceof Element && event.target.closest("[data-twist]")) fold(node.id, !shut);
          else pick(node.id);
        }}
      >
        <span className={classes["row"]} style={{ paddingLeft: 4 + depth * 12 }} data-lit={lit(node)} data-own={focus?.own.has(node.id)}>
          <span className={classes["twist"]} data-shut={shut} {...(children.length > 0 ? { "data-twist": true } : {})}>
            {children.length > 0 ? "▾" : ""}
          </span>
          <span className={classes["text"]}>
            <span data-layer={node.layer}>{node.name}</span>
          </span>
          {value(node)}
          {entries.has(node.id) ? <StatusGlyph status={(entries.get(node.id) as Entry).status} /> : null}
        </span>
        {children.length > 0 && !shut ? <ul role="group">{children.map(row)}</ul> : null}
      </li>
    );
  };
  const lit = (node: TreeNode) => (focus === null ? node.lit : focus.own.has(node.id) || focus.way.has(node.id));
  const value = (node: TreeNode) => {
    const entry = entries.get(node.id);
    return entry ? <b>{say.value(entry.value, entry.unit, { round: true })}</b> : null;
  };
  const spoken = (node: TreeNode) => {
    const entry = entries.get(node.id);
    const gauge = entry ? `, ${say.value(entry.value, entry.unit, { round: true })}, ${say.words.status[entry.status]}` : "";
    const whose = of !== null && focus?.own.has(node.id) ? `, ${say.words.focus.of(of)}` : "";
    return `${say.words.tree.layers[node.layer].name}: ${node.name}${gauge}${whose}`;
  };
  return (
    <div className={classes["outline"]}>
      <h3 id={label}>{say.words.tree.outline}</h3>
      <ul ref={list} role="tree" aria-labelledby={label}>
        {items.map(row)}
      </ul>
    </div>
  );
}

/** In a large framework only the lit path opens at first. */
function startClosed(items: readonly Item[], count: number): ReadonlySet<string> {
  if (count <= folded) return new Set();
  const shut = new Set<string>();
  const visit = (item: Item) => {
    if (!item.node.lit) shut.add(item.node.id);
    item.children.forEach(visit);
  };
  items.forEach(visit);
  return shut;
}

function flatten(items: readonly Item[], closed: ReadonlySet<string>): readonly Item[] {
  return items.flatMap((item) => [item, ...(closed.has(item.node.id) ? [] : flatten(item.children, closed))]);
}
