import { useState } from "react";
import { pathInPeriod } from "../../../report/index.ts";
import type { Entry } from "../../report.ts";
import { useLoaded } from "../../say.ts";
import { CopyTable } from "../../ui/copy.tsx";
import { Scroll, Section } from "../../ui/section.tsx";
import section from "../../ui/section.module.css";
import classes from "./kpi.module.css";

/** So many rows stand beside the other sections without outgrowing them. */
const firstRows = 13;

/** The numbers behind the picture, newest first, to copy. */
export function Values({ entry, asOf }: { entry: Entry; asOf: string }) {
  const { say } = useLoaded();
  const words = say.words.kpi;
  const points = entry.series.toReversed();
  const [all, setAll] = useState(false);
  const shown = all || points.length <= firstRows + 2 ? points : points.slice(0, firstRows);
  const hasPath = points.some((point) => pathInPeriod(entry, point) !== null);
  const hasN = points.some((point) => point.n !== null);
  if (points.length === 0) return null;
  const rows = () => [
    [words.period, words.value, ...(hasPath ? [words.path] : []), ...(hasN ? [words.n] : []), words.complete],
    ...points.map((point) => {
      const path = pathInPeriod(entry, point);
      return [
        say.period(point.period),
        say.value(point.value, entry.unit),
        ...(hasPath ? [path === null ? "" : say.value(path, entry.unit)] : []),
        ...(hasN ? [say.number(point.n)] : []),
        point.complete ? "" : point.to >= asOf ? words.running : say.words.statusInSentence.immature,
      ];
    }),
  ];
  return (
    <Section title={words.values} aside={<CopyTable rows={rows} />}>
      <div className={classes["values"]}>
        <Scroll label={words.values}>
          <table className={section["plain"]}>
            <thead>
              <tr>
                <th scope="col">{words.period}</th>
                <th scope="col" className={section["number"]}>
                  {words.value}
                </th>
                {hasPath ? (
                  <th scope="col" className={section["number"]}>
                    {words.path}
                  </th>
                ) : null}
                {hasN ? (
                  <th scope="col" className={section["number"]}>
                    <abbr title={words.nWhy}>{words.n}</abbr>
                  </th>
                ) : null}
              </tr>
            </thead>
            <tbody>
              {shown.map((point) => {
                const path = pathInPeriod(entry, point);
                return (
                  <tr key={point.period} data-young={!point.complete}>
                    <th scope="row">
                      {say.period(point.period)}
                      {point.complete ? null : (
                        <span className={section["note"]}> {point.to >= asOf ? words.running : say.words.statusInSentence.immature}</span>
                      )}
                    </th>
                    <td className={section["number"]}>{say.value(point.value, entry.unit)}</td>
                    {hasPath ? (
                      <td className={`${section["number"]} ${section["soft"]}`}>{path === null ? "" : say.value(path, entry.unit)}</td>
                    ) : null}
                    {hasN ? <td className={`${section["number"]} ${section["soft"]}`}>{say.number(point.n)}</td> : null}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </Scroll>
        {shown.length < points.length ? (
          <button type="button" className={section["textButton"]} onClick={() => setAll(true)}>
            {words.showAll(points.length)}
          </button>
        ) : null}
      </div>
    </Section>
  );
}
