import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Step } from "../../../report/index.ts";
import { accept, type Asked, type Chance, takeBack } from "../../discover.ts";
import { useLoaded } from "../../say.ts";
import { Button, TextButton } from "../../ui/button.tsx";
import { Section } from "../../ui/section.tsx";
import section from "../../ui/section.module.css";
import classes from "./discover.module.css";
import { Picture } from "./picture.tsx";
import { Problem } from "./problem.tsx";

const letters = ["S", "M", "A", "R", "T"] as const;

/** The opportunities, each with its target and reasons, to accept into the framework and to take back again. */
export function Chances({ chances, step, asked }: { chances: readonly Chance[]; step: Step; asked: Asked }) {
  const { report, say } = useLoaded();
  const words = say.words.discover.chances;
  const client = useQueryClient();
  const there = new Set(report.kpis.map(({ id }) => id));
  const room = Math.max(0, report.budget.budget - report.budget.used);
  const [said, choose] = useState<Readonly<Record<string, boolean>>>({});
  const open = chances.filter(({ id }) => !there.has(id));
  const isChosen = (id: string) => said[id] ?? open.slice(0, room).some((one) => one.id === id);
  const chosen = open.filter(({ id }) => isChosen(id)).map(({ id }) => id);
  const fresh = () => client.invalidateQueries({ queryKey: ["report"] });
  const undoing = useMutation({ mutationFn: (id: string) => takeBack(id, say.language), onSuccess: fresh });
  const taking = useMutation({
    mutationFn: () => accept(chosen, asked, say.language),
    onSuccess: async () => {
      undoing.reset();
      await fresh();
    },
  });
  const problem = taking.error ?? undoing.error;
  const written = undoing.isSuccess ? undefined : taking.data;
  return (
    <div id="step-opportunities" className={classes["step"]}>
      <Section title={words.title}>
        <p className={classes["sentence"]}>{chances.length === 0 ? words.none : words.found(chances.length)}</p>
        {step.picture === null ? null : <Picture {...step.picture} />}
        <ul className={classes["chances"]}>
          {chances.map((chance) => (
            <Opportunity
              key={chance.id}
              chance={chance}
              isThere={there.has(chance.id)}
              isChosen={isChosen(chance.id)}
              choose={(is) => choose({ ...said, [chance.id]: is })}
            />
          ))}
        </ul>
        {chosen.length === 0 ? null : (
          <p className={classes["start"]}>
            <Button onClick={() => taking.mutate()} disabled={taking.isPending || undoing.isPending}>
              {taking.isPending ? words.taking : words.take(chosen.length)}
            </Button>
          </p>
        )}
        {written === undefined ? null : (
          <p className={classes["done"]} role="status">
            {words.taken(written.kpis.length, written.files.join(", "))}{" "}
            <Link className={section["link"]} to="/">
              {words.see}
            </Link>{" "}
            {written.id === null ? null : <TextButton onClick={() => undoing.mutate(written.id!)}>{words.undo}</TextButton>}
          </p>
        )}
        {undoing.isSuccess ? (
          <p className={classes["done"]} role="status">
            {words.undone}
          </p>
        ) : null}
        {problem === null ? null : <Problem error={problem} />}
      </Section>
    </div>
  );
}

function Opportunity({
  chance: { kpi, objective, target, baseline, worth, size, smart, actions },
  isThere,
  isChosen,
  choose,
}: {
  chance: Chance;
  isThere: boolean;
  isChosen: boolean;
  choose: (is: boolean) => void;
}) {
  const { say } = useLoaded();
  const words = say.words.discover.chances;
  const money = (value: number) => say.value(value, "currency", { round: true });
  const facts = [
    worth === null ? words.unpriced : words.worth(money(worth.value), money(worth.interval[0]), money(worth.interval[1])),
    words.size(say.number(size)),
  ];
  return (
    <li>
      <div className={classes["pick"]}>
        {isThere ? (
          <span aria-hidden="true">✓</span>
        ) : (
          <input type="checkbox" aria-label={words.choose(kpi)} checked={isChosen} onChange={(event) => choose(event.target.checked)} />
        )}
      </div>
      <div>
        <h3>{kpi}</h3>
        <p className={classes["soft"]}>{isThere ? words.there : objective}</p>
        <p>
          {words.target(say.value(target.value, target.unit), say.range(target.from, target.to), say.value(baseline.value, target.unit))}
        </p>
        <p className={classes["soft"]}>{facts.join(" · ")}</p>
        <details className={classes["aside"]}>
          <summary>{words.why}</summary>
          <dl className={classes["smart"]}>
            {letters.map((letter) => (
              <div key={letter}>
                <dt>{letter}</dt>
                <dd>{smart[letter]}</dd>
              </div>
            ))}
          </dl>
          <ul className={classes["doubts"]}>
            {actions.map((action) => (
              <li key={`${action.do}/${action.what}`}>
                <strong>{words.do[action.do]}:</strong> {action.what}
              </li>
            ))}
          </ul>
        </details>
      </div>
    </li>
  );
}
