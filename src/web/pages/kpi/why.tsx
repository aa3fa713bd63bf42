import { useElementSize } from "@mantine/hooks";
import { useEffect, useRef, useState } from "react";
import { tellWhy, waterfallSvg, type WhyTold } from "../../../report/index.ts";
import type { Entry } from "../../report.ts";
import { useLoaded } from "../../say.ts";
import { Choice } from "../../ui/choice.tsx";
import { Section } from "../../ui/section.tsx";
import section from "../../ui/section.module.css";
import { useWhy } from "../../why.ts";
import classes from "./why.module.css";

/** Why the value changed: from one complete period to another, the last two unless the reader chooses others. */
export function Why({ entry }: { entry: Entry }) {
  const { say } = useLoaded();
  const words = say.words.kpi.why;
  const periods = entry.series.filter((point) => point.complete && point.value !== null).map(({ period }) => period);
  const [chosen, choose] = useState<{ readonly from?: string; readonly to?: string }>({});
  const [from, to] = [chosen.from ?? periods.at(-2), chosen.to ?? periods.at(-1)];
  if (from === undefined || to === undefined) return null;
  const options = periods.toReversed().map((period) => (
    <option key={period} value={period}>
      {say.period(period)}
    </option>
  ));
  return (
    <Section title={words.title} className={classes["why"] ?? ""}>
      <p className={classes["periods"]}>
        <Choice label={words.from} chosen={to} choose={(period) => period !== null && choose({ ...chosen, to: period })}>
          {options}
        </Choice>
        <Choice label={words.to} chosen={from} choose={(period) => period !== null && choose({ ...chosen, from: period })}>
          {options}
        </Choice>
      </p>
      <Change entry={entry} from={from} to={to} />
    </Section>
  );
}

function Change({ entry, from, to }: { entry: Entry; from: string; to: string }) {
  const { report, say } = useLoaded();
  const words = say.words.kpi.why;
  const { data, error } = useWhy(entry.id, from, to);
  if (error) return <p className={section["teach"]}>{words.failed(error.message)}</p>;
  if (data === undefined) {
    return (
      <p className={classes["busy"]} role="status">
        {words.busy}
      </p>
    );
  }
  const { unit } = entry;
  const { currency } = report.workspace;
  const told = tellWhy(data, { name: entry.name, unit, language: say.language, currency, period: (label) => say.period(label) });
  const row = ({ value, period }: { readonly value: number | null; readonly period: string }) =>
    words.row(say.value(value, unit), say.period(period));
  return (
    <>
      <p className={classes["headline"]}>{told.headline}</p>
      {told.lead === null ? null : <p>{told.lead}</p>}
      <Waterfall told={told} start={row(data.from)} end={row(data.to)} />
      {told.apart === null ? null : <p className={section["note"]}>{told.apart}</p>}
      {told.events === null ? null : (
        <>
          <p className={classes["lead"]}>{told.events.lead}</p>
          <ul className={classes["events"]}>
            {told.events.lines.map(([when, name]) => (
              <li key={`${when}/${name}`}>
                <span>{when}</span> {name}
              </li>
            ))}
          </ul>
        </>
      )}
      {told.parts.length === 0 ? null : <p className={section["note"]}>{words.note}</p>}
    </>
  );
}

function Waterfall({ told, start, end }: { told: WhyTold; start: string; end: string }) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const canvas = useRef<HTMLDivElement>(null);
  const svg = width === 0 ? null : waterfallSvg(told, { width: Math.floor(width), start, end });
  useEffect(() => {
    if (svg !== null) canvas.current?.replaceChildren(new DOMParser().parseFromString(svg, "image/svg+xml").documentElement);
  }, [svg]);
  if (told.parts.length === 0) return null;
  const label = [start, ...told.parts.map(({ label: part, text }) => `${part} ${text}`), end].join("; ");
  return (
    <figure className={classes["figure"]} ref={ref}>
      <div ref={canvas} role="img" aria-label={label} />
    </figure>
  );
}
