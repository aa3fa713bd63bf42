import type { Cycle } from "../../../report/index.ts";
import { useLoaded } from "../../say.ts";
import { TextButton } from "../../ui/button.tsx";
import { Scroll, Section } from "../../ui/section.tsx";
import section from "../../ui/section.module.css";
import classes from "./steering.module.css";

/** What cycles taught, the newest first. */
export function Learned({ cycles, open }: { cycles: readonly Cycle[]; open: (search: { readonly cycle: string }) => void }) {
  const { say } = useLoaded();
  const words = say.words.steering;
  const { learned } = words;
  const title = learned.title(cycles.length);
  return (
    <Section title={title}>
      {cycles.length === 0 ? (
        <p className={section["teach"]}>{learned.teach}</p>
      ) : (
        <Scroll label={title}>
          <table className={`${section["plain"]} ${classes["lessons"]}`}>
            <thead>
              <tr>
                <th scope="col">{learned.lesson}</th>
                <th scope="col">{learned.kpi}</th>
                <th scope="col">{learned.done}</th>
                <th scope="col">{learned.effect}</th>
                <th scope="col">{learned.closed}</th>
              </tr>
            </thead>
            <tbody>
              {cycles.map((cycle) => (
                <tr key={cycle.id}>
                  <th scope="row" className={section["strong"]}>
                    {cycle.learning}
                  </th>
                  <td>
                    <TextButton onClick={() => open({ cycle: cycle.id })}>{cycle.name}</TextButton>
                  </td>
                  <td>
                    {cycle.decided === null ? null : <b>{words.decided[cycle.decided]}: </b>}
                    {cycle.chosen}
                  </td>
                  <td>{cycle.effect ?? say.words.none}</td>
                  <td className={classes["day"]}>{cycle.closed === null ? say.words.none : say.day(cycle.closed)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </Section>
  );
}
