import type { CSSProperties } from "react";
import { useLoaded } from "../../say.ts";
import { TextButton } from "../../ui/button.tsx";
import { StatusMark } from "../../ui/status.tsx";
import { themeColour } from "../tree/theme-colour.ts";
import classes from "./framework.module.css";
import { type Beside, KpiLink, NoKpi, Standing, TreeLink } from "./item.tsx";
import { Marks } from "./mark.tsx";
import { type Bar, bareGap } from "./model.ts";

/** A goal or objective over the phases it spans, its theme's colour on the edge. */
export function BarItem({ bar, row, beside, open }: { bar: Bar; row: number } & Beside) {
  const { report, say } = useLoaded();
  const { gap } = say.words.framework;
  const { node, gauges, first, last } = bar;
  const style = { gridColumn: `${first} / ${last + 1}`, gridRow: row, "--e": themeColour(report, node.theme) } as CSSProperties;
  const theme = report.themes.find(({ id }) => id === node.theme)?.name;
  return (
    <div className={classes["bar"]} style={style} title={theme}>
      <p className={classes["name"]}>
        <span>
          <TreeLink node={node} />
          <Marks findings={beside.get(node.id)} open={open} />
        </span>
        {gauges.length === 0 ? <NoKpi /> : gauges.length === 1 ? <StatusMark status={gauges[0]!.status} /> : null}
      </p>
      {gauges.map((gauge) => (
        <p key={gauge.id} className={classes["standing"]}>
          <span>
            <KpiLink gauge={gauge} /> <Marks findings={beside.get(`${gauge.kind}/${gauge.id}`)} open={open} />
            <Standing gauge={gauge} />
            {gauge.kind === "kpi" && gauge.id === report.superKpi ? ` · ${say.words.superKpi}` : null}
          </span>
          {gauges.length === 1 ? null : <StatusMark status={gauge.status} />}
        </p>
      ))}
      {gauges.length > 0 ? null : (
        <TextButton
          label={`${gap.link("objective", null, "not-gauged")} ${gap.place(node.name, null)}`}
          onClick={() => open({ kind: "gap", gap: bareGap(bar) })}
        >
          {gap.link("objective", null, "not-gauged")}
        </TextButton>
      )}
    </div>
  );
}
