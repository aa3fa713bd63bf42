import type { NodeProps, Node } from "@xyflow/react";
import type { CSSProperties } from "react";
import { wordingOf } from "../../path.ts";
import { useLoaded } from "../../say.ts";
import { StatusMark } from "../../ui/status.tsx";
import classes from "./tree.module.css";
import { maxGauges } from "./layout.ts";
import type { Card } from "./model.ts";
import { themeColour } from "./theme-colour.ts";

export type CardNode = Node<{ card: Card; big: boolean; picked: boolean; light: "lit" | "way" | "off" | null }, "card">;

export function CardView({ data: { card, big, picked, light } }: NodeProps<CardNode>) {
  const { report, say } = useLoaded();
  const { node } = card;
  const names = [
    classes["card"],
    light === null ? undefined : classes[light],
    big ? classes["super"] : undefined,
    picked ? classes["picked"] : undefined,
    node.layer === "cpi" ? classes["cpi"] : undefined,
  ];
  return (
    <div
      className={names.filter((name) => name !== undefined).join(" ")}
      style={{ "--e": themeColour(report, node.theme) } as CSSProperties}
    >
      <span className={classes["cardName"]}>{node.name}</span>
      {node.layer === "cpi" && node.text !== null ? <span className={classes["cardQuote"]}>“{node.text}”</span> : null}
      {card.gauges.slice(0, maxGauges).map((gauge) => (
        <span key={`${gauge.kind}/${gauge.id}`} className={classes["gauge"]}>
          {gauge.kind === "kpi" ? <span className={classes["gaugeName"]}>{gauge.name}</span> : null}
          <span className={classes["gaugeValue"]}>
            <b>{say.value(gauge.value, gauge.unit, { round: true })}</b>
            {gauge.target ? ` ${say.words.ofTarget(say.value(gauge.target.value, gauge.unit, { round: true }), wordingOf(gauge))}` : null}
          </span>
          <StatusMark status={gauge.status} />
        </span>
      ))}
      {card.gauges.length > maxGauges ? (
        <span className={classes["gaugeMore"]}>{say.words.tree.more(card.gauges.length - maxGauges)}</span>
      ) : null}
      {card.gauges.length === 0 && node.layer !== "enabler" ? (
        <span className={classes["noKpi"]}>
          <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
            <circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.5" />
          </svg>
          {say.words.tree.noKpi}
        </span>
      ) : null}
    </div>
  );
}
