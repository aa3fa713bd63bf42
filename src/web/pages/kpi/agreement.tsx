import { VisuallyHidden } from "@mantine/core";
import { kindOf } from "../../path.ts";
import type { Entry } from "../../report.ts";
import { person, useLoaded } from "../../say.ts";
import { CheckIcon } from "../../ui/icons.tsx";
import { Section } from "../../ui/section.tsx";
import section from "../../ui/section.module.css";
import classes from "./kpi.module.css";

/** The agreement as a spoken sentence, with what stands behind each of the letters S M A R T. */
export function Agreement({ entry }: { entry: Entry }) {
  const { report, say } = useLoaded();
  const words = say.words.kpi;
  const target = entry.target;
  const day = (text: string | null) => (text === null ? null : say.day(text));
  if (!target)
    return (
      <Section title={words.agreement}>
        <p className={section["teach"]}>{words.noTarget}</p>
      </Section>
    );
  const amount = say.value(target.value, entry.unit, { round: true });
  const by = entry.agreedBy.length === 0 ? null : entry.agreedBy.map((id) => person(report, id)).join(", ");
  const baseline = entry.baseline
    ? [
        say.value(entry.baseline.value, entry.unit, { round: true }),
        entry.baseline.from !== null && entry.baseline.to !== null ? ` (${say.range(entry.baseline.from, entry.baseline.to)})` : "",
      ].join("")
    : null;
  const range = target.from !== null && target.to !== null ? say.range(target.from, target.to) : null;
  const letters = [
    { letter: "S", ok: entry.definition !== null, text: words.smart.s(entry.definition) },
    {
      letter: "M",
      ok: true,
      text: words.smart.m(
        amount,
        target.measured === "total" && !entry.accumulates ? say.words.overWhole : say.words.measured[target.measured],
      ),
    },
    { letter: "A", ok: by !== null, text: words.smart.a(by, day(entry.agreedOn)) },
    { letter: "R", ok: baseline !== null || entry.because !== null, text: words.smart.r(baseline, entry.because) },
    { letter: "T", ok: target.to !== null, text: words.smart.t(range, day(target.to), say.words.cadence[entry.cadence]) },
  ];
  return (
    <Section title={words.agreement}>
      <p className={classes["say"]}>
        {words
          .agreed({ range, to: day(target.to), name: entry.name, target: amount, kind: kindOf(entry), lower: entry.direction === "down" })
          .map((phrase, index) => (phrase.strong === true ? <b key={index}>{phrase.text}</b> : phrase.text))}
      </p>
      <ol className={classes["smart"]}>
        {letters.map(({ letter, ok, text }) => (
          <li key={letter} data-ok={ok}>
            <b>{letter}</b>
            <span>{text}</span>
            <span className={classes["mark"]}>
              {ok ? <CheckIcon /> : <span aria-hidden="true">○</span>}
              <VisuallyHidden>{ok ? words.smart.yes : words.smart.no}</VisuallyHidden>
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
