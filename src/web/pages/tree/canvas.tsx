import "@xyflow/react/dist/base.css";
import { useElementSize } from "@mantine/hooks";
import { MiniMap, ReactFlow, ReactFlowProvider, useReactFlow, useViewport, ViewportPortal } from "@xyflow/react";
import { useEffect, useMemo, useRef } from "react";
import { useLoaded } from "../../say.ts";
import { CardView, type CardNode } from "./card.tsx";
import { type Line, linesOf } from "./edges.ts";
import { type Focus, focusOn, togetherWith } from "./focus.ts";
import { type Box, type Layout, layoutOf } from "./layout.ts";
import type { Forest } from "./model.ts";
import classes from "./tree.module.css";

const nodeTypes = { card: CardView };
const padding = 8;
const strip = 52;

interface Props {
  readonly forest: Forest;
  /** null: the super-KPI's path */
  readonly focus: Focus | null;
  readonly picked: string | null;
  readonly pick: (id: string | null) => void;
  /** how much of its right side the sheet lies over, in pixels */
  readonly covered: number;
}

/** The drawing. It is for the eye and the pointer; the list beside it is the same tree for the keyboard and the screen reader. */
export function Canvas(props: Props) {
  return (
    <ReactFlowProvider>
      <Drawing {...props} />
    </ReactFlowProvider>
  );
}

function Drawing({ forest, focus, picked, pick, covered }: Props) {
  const loaded = useLoaded();
  const { report, phases, say } = loaded;
  const { ref, width } = useElementSize<HTMLDivElement>();
  const flow = useReactFlow();
  const layout = useMemo(() => layoutOf(forest, phases, say.words.noPhase, report.superKpi), [forest, phases, say, report.superKpi]);
  const pickedCard = picked === null ? null : (forest.cardOf.get(picked) ?? null);
  const anyLit = useMemo(() => [...forest.cards.values()].some((card) => card.node.lit), [forest]);
  const way = useMemo(() => {
    const node = loaded.report.tree.nodes.find((one) => one.id === picked);
    return node === undefined ? null : focusOn(togetherWith(node, loaded, forest), forest);
  }, [forest, loaded, picked]);
  const lines = useMemo(() => linesOf(forest, layout, focus, way), [forest, layout, focus, way]);
  const nodes = useMemo(
    () =>
      [...layout.boxes].flatMap(([id, box]): CardNode[] => {
        const card = forest.cards.get(id);
        if (!card) return [];
        const gauges = card.gauges.map((gauge) => `${gauge.kind}/${gauge.id}`);
        const within = (nodes: ReadonlySet<string>) => nodes.has(id) || gauges.some((gauge) => nodes.has(gauge));
        const own = focus === null ? card.node.lit : within(focus.own);
        const onWay = (focus !== null && within(focus.way)) || (way !== null && within(way.way));
        const light = own ? "lit" : onWay ? "way" : anyLit || focus !== null ? "off" : null;
        const big = report.superKpi !== null && card.gauges.some((gauge) => gauge.kind === "kpi" && gauge.id === report.superKpi);
        return [
          {
            id,
            type: "card",
            position: { x: box.x, y: box.y },
            width: box.width,
            height: box.height,
            data: { card, big, picked: id === pickedCard, light },
          },
        ];
      }),
    [layout, forest, pickedCard, anyLit, focus, way, report.superKpi],
  );
  const start = useMemo(() => (width === 0 ? null : startView(layout, forest, width)), [layout, forest, width]);
  const height =
    start === null ? 520 : Math.min(Math.max(layout.height * start.zoom + padding + strip, 360), Math.max(520, window.innerHeight - 200));
  const opened = useRef(false);
  useEffect(() => {
    if (start === null) return;
    if (!opened.current || pickedCard === null) {
      void flow.setViewport(start);
      opened.current = true;
    }
  }, [flow, start, pickedCard]);
  useEffect(() => {
    // Brings what was picked in the list into sight, with its way up where that fits, and moves nothing that is in sight already.
    const box = pickedCard === null ? undefined : layout.boxes.get(pickedCard);
    if (!box || width === 0) return;
    const view = flow.getViewport();
    const room = { width: width - covered - 2 * padding, height: height - strip - 2 * padding };
    const whole = around([box, ...[...(way?.way ?? [])].flatMap((node) => layout.boxes.get(forest.cardOf.get(node) ?? node) ?? [])]);
    const shown = whole.width * view.zoom <= room.width && whole.height * view.zoom <= room.height ? whole : box;
    const shift = (start: number, size: number, space: number) =>
      start < padding ? padding - start : Math.min(0, padding + space - start - size);
    const [dx, dy] = [
      shift(shown.x * view.zoom + view.x, shown.width * view.zoom, room.width),
      shift(shown.y * view.zoom + view.y, shown.height * view.zoom, room.height),
    ];
    if (dx !== 0 || dy !== 0) void flow.setViewport({ zoom: view.zoom, x: view.x + dx, y: view.y + dy });
  }, [flow, layout, forest, way, pickedCard, width, height, covered]);
  const tall = start !== null && layout.height * start.zoom + padding + strip > height + 1;
  const buttons = [
    { label: say.words.tree.zoomIn, sign: "+", act: () => void flow.zoomIn() },
    { label: say.words.tree.zoomOut, sign: "−", act: () => void flow.zoomOut() },
    { label: say.words.tree.fit, sign: "⤢", act: () => void flow.fitView({ padding: 0.04 }) },
  ];
  return (
    <div className={classes["drawn"]}>
      <div className={classes["canvas"]} ref={ref} style={{ height }}>
        <div aria-hidden="true" className={classes["flow"]}>
          <ReactFlow
            nodes={nodes}
            edges={noEdges}
            nodeTypes={nodeTypes}
            onNodeClick={(_, node) => pick(node.id)}
            onPaneClick={() => pick(null)}
            nodesDraggable={false}
            nodesConnectable={false}
            nodesFocusable={false}
            edgesFocusable={false}
            elementsSelectable={false}
            disableKeyboardA11y
            deleteKeyCode={null}
            selectionKeyCode={null}
            multiSelectionKeyCode={null}
            panActivationKeyCode={null}
            minZoom={0.15}
            maxZoom={1.5}
            zoomOnScroll={false}
            zoomOnDoubleClick={false}
            panOnScroll={tall}
            preventScrolling={tall}
            onlyRenderVisibleElements={forest.cards.size > 120}
            proOptions={{ hideAttribution: true }}
          >
            <ViewportPortal>
              <Lines lines={lines} layout={layout} crowded={forest.cards.size > 80} />
              {layout.layers.map(({ layer, y }) => (
                <p key={layer} className={classes["layer"]} style={{ top: y + 12 }}>
                  <b>{say.words.tree.layers[layer].name}</b>
                  {say.words.tree.layers[layer].why}
                </p>
              ))}
            </ViewportPortal>
            {forest.cards.size > 60 ? (
              <MiniMap
                className={classes["map"] ?? ""}
                pannable
                position="bottom-right"
                style={{ width: 160, height: 112, margin: 0, bottom: strip + 4 }}
                nodeColor="var(--rule)"
                maskColor="var(--mask)"
                bgColor="var(--paper)"
              />
            ) : null}
          </ReactFlow>
          <PhaseStrip layout={layout} />
        </div>
      </div>
      <div className={classes["foot"]}>
        <a href="https://reactflow.dev" target="_blank" rel="noreferrer">
          {say.words.focus.credit}
        </a>
        <div className={classes["zoom"]}>
          {buttons.map(({ label, sign, act }) => (
            <button key={label} type="button" aria-label={label} title={label} onClick={act}>
              {sign}
            </button>
          ))}
        </div>
      </div>
    </div>
  );
}

const noEdges: never[] = [];

/** The smallest box around all. */
function around(boxes: readonly Box[]): Box {
  const [x, y] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))];
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** At first sight: readable, with the lit path in view; the whole width where that stays readable. */
function startView(layout: Layout, forest: Forest, width: number): { x: number; y: number; zoom: number } {
  const zoom = Math.min(1, Math.max(0.8, (width - 2 * padding) / layout.width));
  const lit = [...layout.boxes].filter(([id]) => forest.cards.get(id)?.node.lit).map(([, box]) => box);
  const overflow = layout.width * zoom + 2 * padding - width;
  const right = Math.max(0, ...lit.map((box) => box.x + box.width)) * zoom + 2 * padding;
  return { x: padding - Math.max(0, Math.min(overflow, right - width)), y: padding, zoom };
}

/** The phases below the columns, always in sight. */
function PhaseStrip({ layout }: { layout: Layout }) {
  const { x, zoom } = useViewport();
  return (
    <div className={classes["strip"]}>
      {layout.columns.map(({ phase, x: left, width }) => (
        <p key={phase.id ?? ""} style={{ left: left * zoom + x, width: width * zoom }}>
          <b>{phase.name}</b> {phase.aim}
        </p>
      ))}
    </div>
  );
}

function Lines({ lines, layout, crowded }: { lines: readonly Line[]; layout: Layout; crowded: boolean }) {
  // What stands out is drawn last, so that nothing lies over it.
  const order = lines.toSorted((a, b) => Number(a.lit) - Number(b.lit) || Number(a.near !== null) - Number(b.near !== null));
  return (
    <svg className={classes["lines"]} width={layout.width} height={layout.height}>
      {order.map((line) => (
        <LineView key={line.key} line={line} crowded={crowded} />
      ))}
    </svg>
  );
}

function LineView({ line: { edge, path, middle, lit, near }, crowded }: { line: Line; crowded: boolean }) {
  const [x, y] = middle;
  return (
    <g
      className={classes["line"]}
      data-evidence={edge.evidence}
      data-effect={edge.effect}
      data-lit={lit}
      data-near={near ?? undefined}
      data-crowded={crowded && !lit}
    >
      <path d={path} />
      {edge.evidence === "refuted" ? <path className={classes["cross"]} d={`M${x - 6} ${y + 7}L${x + 6} ${y - 7}`} /> : null}
    </g>
  );
}
