import { VisuallyHidden } from "@mantine/core";
import type { CSSProperties, ReactNode } from "react";
import type { TreeNode } from "../../report.ts";
import { useLoaded } from "../../say.ts";
import { Scroll } from "../../ui/section.tsx";
import { BarItem } from "./bar.tsx";
import { EmptyCell } from "./empty-cell.tsx";
import classes from "./framework.module.css";
import { Few, More, useFew } from "./few.tsx";
import { type Beside, GridItem, LivedItem, TreeLink } from "./item.tsx";
import { Marks } from "./mark.tsx";
import type { Bar, Cell, GridView } from "./model.ts";

/** Layers from top to bottom, phases from left to right, and the contacts from both sides. */
export function FrameworkGrid({ view, beside, open }: { view: GridView } & Beside) {
  const { phases, say } = useLoaded();
  const words = say.words.framework;
  const { layers } = say.words.tree;
  const columns = view.behaviour.map(({ phase }) => phases.find(({ id }) => id === phase) ?? { id: phase, name: phase, aim: null });
  if (columns.length === 0) return null;
  const shown = { beside, open };
  const narrow = view.objectives.some(({ items, gap, ungauged }) => items.length > 0 || gap !== null || ungauged.length > 0);
  return (
    <div className={classes["grid"]} style={{ "--phases": columns.length } as CSSProperties}>
      <Scroll label={words.grid}>
        <table>
          <colgroup>
            <col className={classes["layer"]} />
            <col className={classes["side"]} />
            {columns.map(({ id }) => (
              <col key={id} />
            ))}
          </colgroup>
          <thead>
            <tr>
              <th scope="col" colSpan={2} className={classes["corner"]}>
                <VisuallyHidden>{words.layer}</VisuallyHidden>
              </th>
              {columns.map(({ id, name, aim }) => (
                <th key={id} scope="col">
                  <span className={classes["phase"]}>
                    {name}
                    <Marks findings={beside.get(`phase/${id}`)} open={open} />
                  </span>
                  {aim === null ? null : <small>{aim}</small>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <Label colSpan={2} {...layers.goal} />
              <Bars bars={view.goals} gaps={view.goalGaps} columns={columns.length} {...shown} />
            </tr>
          </tbody>
          <tbody>
            {view.wide.length === 0 ? null : (
              <tr>
                <Label colSpan={2} rowSpan={narrow ? 2 : 1} {...layers.objective} />
                <Bars bars={view.wide} gaps={[]} columns={columns.length} {...shown} />
              </tr>
            )}
            {narrow ? (
              <tr className={view.wide.length > 0 ? classes["below"] : undefined}>
                {view.wide.length === 0 ? <Label colSpan={2} {...layers.objective} /> : null}
                {view.objectives.map((cell) => (
                  <GridCell key={cell.phase} cell={cell} open={open}>
                    {cell.items.map((item) => (
                      <GridItem key={item.node.id} item={item} {...shown} />
                    ))}
                  </GridCell>
                ))}
              </tr>
            ) : null}
          </tbody>
          <tbody>
            <tr>
              <Label rowSpan={2} {...layers.interaction} />
              <Label lane {...words.sides.behaviour} />
              {view.behaviour.map((cell) => (
                <GridCell key={cell.phase} cell={cell} open={open}>
                  {cell.items.map((item) => (
                    <GridItem key={item.node.id} item={item} {...shown} />
                  ))}
                </GridCell>
              ))}
            </tr>
            <tr>
              <Label lane {...words.sides.experience} />
              {view.experience.map((cell) => (
                <GridCell key={cell.phase} cell={cell} open={open}>
                  {cell.items.map((item) => (
                    <LivedItem key={item.node.id} item={item} {...shown} />
                  ))}
                </GridCell>
              ))}
            </tr>
          </tbody>
        </table>
      </Scroll>
    </div>
  );
}

function Label({
  name,
  why,
  colSpan,
  rowSpan,
  lane = false,
}: {
  name: string;
  why: string;
  colSpan?: number;
  rowSpan?: number;
  lane?: boolean;
}) {
  return (
    <th
      scope={rowSpan === undefined ? "row" : "rowgroup"}
      className={lane ? classes["lane"] : undefined}
      colSpan={colSpan}
      rowSpan={rowSpan}
    >
      {name}
      <small>{why}</small>
    </th>
  );
}

/** Bars side by side where they fit, else one below the other; in a column without any, what is missing there. */
function Bars({ bars, gaps, columns, beside, open }: { bars: readonly Bar[]; gaps: GridView["goalGaps"]; columns: number } & Beside) {
  const few = useFew(bars);
  const rows = rowsOf(few.shown);
  const last = Math.max(1, ...rows);
  return (
    <td colSpan={columns} className={classes["barCell"]}>
      <div className={classes["bars"]}>
        {few.shown.map((bar, index) => (
          <BarItem key={bar.node.id} bar={bar} row={rows[index] ?? 1} beside={beside} open={open} />
        ))}
        {gaps.map(({ column, gap }) => (
          <div key={column} className={classes["goalGap"]} style={{ gridColumn: column, gridRow: `1 / ${last + 1}` }}>
            <EmptyCell gap={gap} open={open} />
          </div>
        ))}
      </div>
      <More few={few} />
    </td>
  );
}

/** The first row, from 1, in which each bar meets none that came before it. */
function rowsOf(bars: readonly Bar[]): readonly number[] {
  const taken: boolean[][] = [];
  return bars.map(({ first, last }) => {
    const free = taken.findIndex((row) => !row.slice(first, last + 1).includes(true));
    const at = free === -1 ? taken.push([]) - 1 : free;
    for (let column = first; column <= last; column++) taken[at]![column] = true;
    return at + 1;
  });
}

function GridCell({ cell, open, children }: { cell: Cell; children: readonly ReactNode[] } & Pick<Beside, "open">) {
  const { say } = useLoaded();
  if (cell.gap !== null)
    return (
      <td className={classes["empty"]}>
        <EmptyCell gap={cell.gap} open={open} />
      </td>
    );
  return (
    <td>
      <Few items={children} />
      {cell.ungauged.length === 0 ? null : (
        <p className={classes["also"]}>
          {say.words.framework.gap.also} <Names nodes={cell.ungauged} />
        </p>
      )}
    </td>
  );
}

/** More names than this are a count. */
const named = 4;

function Names({ nodes }: { nodes: readonly TreeNode[] }) {
  const { say } = useLoaded();
  const rest = nodes.length - named;
  return (
    <>
      {nodes.slice(0, named).map((node, index) => (
        <span key={node.id}>
          {index === 0 ? "" : ", "}
          <TreeLink node={node} />
        </span>
      ))}
      {rest > 0 ? ` ${say.words.tree.more(rest)}` : ""}
    </>
  );
}
