import { useLoaded } from "../../say.ts";
import { Scroll, Section } from "../../ui/section.tsx";
import section from "../../ui/section.module.css";
import { newestDay } from "../../ui/time-line.tsx";

/** How fresh and how whole the data behind the figures are. */
export function Freshness() {
  const { report, say } = useLoaded();
  const words = say.words.overview.data;
  const newest = newestDay(report);
  if (report.datasets.length === 0) return null;
  const title = words.title(report.datasets.length, newest === null ? null : say.day(newest));
  return (
    <Section title={title}>
      <Scroll label={title}>
        <table className={`${section["plain"]} ${section["compact"]}`}>
          <thead>
            <tr>
              <th scope="col">{words.source}</th>
              <th scope="col" className={section["number"]}>
                {words.rows}
              </th>
              <th scope="col" className={section["number"]}>
                {words.rejected}
              </th>
              <th scope="col" className={section["number"]}>
                {words.from}
              </th>
              <th scope="col" className={section["number"]}>
                {words.through}
              </th>
            </tr>
          </thead>
          <tbody>
            {report.datasets.map((dataset) => (
              <tr key={dataset.id}>
                <th scope="row">{dataset.id}</th>
                <td className={section["number"]}>{say.number(dataset.rows)}</td>
                <td className={section["number"]}>{say.number(dataset.rejected)}</td>
                <td className={section["number"]}>{dataset.from === null ? say.words.none : say.day(dataset.from)}</td>
                <td className={section["number"]}>{dataset.to === null ? say.words.none : say.day(dataset.to)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </Section>
  );
}
