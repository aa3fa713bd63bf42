import { tellWhy } from "../../../report/index.ts";
import type { Entry } from "../../report.ts";
import { useLoaded } from "../../say.ts";
import { TextButton } from "../../ui/button.tsx";
import { useWhy } from "../../why.ts";
import classes from "./sheet.module.css";

/** What the figures say of the last change, to take over as the beginning of a cause; nothing where they say nothing. */
export function FromWhy({ entry, take }: { entry: Entry; take: (cause: string) => void }) {
  const periods = entry.series.filter((point) => point.complete && point.value !== null).map(({ period }) => period);
  const [from, to] = [periods.at(-2), periods.at(-1)];
  return from === undefined || to === undefined ? null : <Change entry={entry} from={from} to={to} take={take} />;
}

function Change({ entry, from, to, take }: { entry: Entry; from: string; to: string; take: (cause: string) => void }) {
  const { report, say } = useLoaded();
  const words = say.words.steering.sheet;
  const { data } = useWhy(entry.id, from, to);
  if (data === undefined) return null;
  const { currency } = report.workspace;
  const told = tellWhy(data, {
    name: entry.name,
    unit: entry.unit,
    language: say.language,
    currency,
    period: (label) => say.period(label),
  });
  const first = told.parts[0];
  const cause = first === undefined ? told.headline : `${told.headline} ${first.label}: ${first.text}.`;
  return (
    <blockquote className={classes["why"]}>
      <p>{words.why}</p>
      <p>{cause}</p>
      <TextButton onClick={() => take(cause)}>{words.takeOver}</TextButton>
    </blockquote>
  );
}
