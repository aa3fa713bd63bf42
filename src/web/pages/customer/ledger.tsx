import { type LedgerEntry, type LinkEvidence, useEvidence } from "../../evidence.ts";
import { type Say, useLoaded } from "../../say.ts";
import { Scroll, Section } from "../../ui/section.tsx";
import section from "../../ui/section.module.css";
import { EvidenceMark } from "../tree/evidence-mark.tsx";
import classes from "./customer.module.css";

/** Under every link what it rests on, to be opened. */
export function Ledger() {
  const { say } = useLoaded();
  const words = say.words.customer;
  const { data, error } = useEvidence(say.language);
  return (
    <Section title={words.ledger}>
      {data === undefined ? (
        <p className={section["teach"]} role="status">
          {error === null ? words.busy : words.failed(error.message)}
        </p>
      ) : (
        <>
          <p className={section["teach"]}>{data.links.length === 0 ? words.noLedger : words.ledgerTeach}</p>
          {data.links.map((link) => (
            <Under key={link.id} link={link} />
          ))}
          {data.failures.map(({ id, error: { message } }) => (
            <p key={id} className={classes["failure"]}>
              {words.notAnalysed}: <b>{id}</b>. {message}
            </p>
          ))}
        </>
      )}
    </Section>
  );
}

function Under({ link }: { link: LinkEvidence }) {
  const { report, say } = useLoaded();
  const words = say.words.customer;
  const named = new Map([...report.kpis, ...report.cpis].map(({ id, name }) => [id, name]));
  const name = (id: string) => named.get(id) ?? id;
  const title = `${name(link.from)} → ${name(link.to)}`;
  const { pooled, association } = link;
  return (
    <details className={classes["under"]} id={`link-${link.id}`} open={link.contradicted}>
      <summary>
        <EvidenceMark evidence={link.status} effect={link.effect} />
        <b>{title}</b>
        <span className={section["soft"]}>
          {say.words.tree.evidence[link.status]}
          {link.status === "supported" && link.until !== null ? ` ${words.until(say.day(link.until))}` : null},{" "}
          {words.experiments(link.ledger.length)}
        </span>
      </summary>
      <div className={classes["inside"]}>
        {link.because === null ? null : (
          <p>
            {words.because}: {link.because}
          </p>
        )}
        {link.contradicted ? <p className={classes["failure"]}>{words.contradicted}</p> : null}
        {link.ledger.length === 0 ? (
          <p>
            {words.untested} <code>helder plan-experiment {link.id}</code>
          </p>
        ) : (
          <Experiments title={title} ledger={link.ledger} />
        )}
        {pooled === null || pooled.experiments.length < 2 ? null : (
          <p>{words.together(lift(pooled, say), say.value(pooled.heterogeneity, "percent"))}</p>
        )}
        {association === null ? null : (
          <p className={section["note"]}>
            {words.association(
              association.strongest === null
                ? words.noneStandsOut
                : `r ${say.number(association.strongest.correlation, 2)}, ${words.later(association.strongest.lag)}, p ${small(association.strongest.pValue, say)}`,
            )}
          </p>
        )}
      </div>
    </details>
  );
}

function Experiments({ title, ledger }: { title: string; ledger: readonly LedgerEntry[] }) {
  const { say } = useLoaded();
  const words = say.words.customer;
  return (
    <Scroll label={title}>
      <table className={section["plain"]}>
        <thead>
          <tr>
            <th scope="col">{words.experiment}</th>
            <th scope="col">{words.period}</th>
            <th scope="col">{words.customers}</th>
            <th scope="col">{words.lift}</th>
            <th scope="col">{words.verdict}</th>
          </tr>
        </thead>
        <tbody>
          {ledger.map((one) => (
            <tr key={one.id}>
              <th scope="row" className={section["strong"]}>
                {one.name}
                <span className={classes["line"]}>{one.data === null ? words.typed : `${words.data} ${one.data.slice(0, 12)}`}</span>
              </th>
              <td>{one.from === null || one.ended === null ? days(one, say) : say.range(one.from, one.ended)}</td>
              <td>
                {Object.entries(one.arms).map(([arm, customers]) => (
                  <span key={arm} className={classes["line"]}>
                    {arm} {say.number(customers)}
                  </span>
                ))}
              </td>
              <td>
                {one.outcomes.map(({ metric, variant, relative }) => (
                  <span key={`${metric}/${variant ?? ""}`} className={classes["line"]}>
                    {metric}
                    {variant === null ? "" : ` (${variant})`}:{" "}
                    {relative === null ? say.words.none : `${lift(relative, say)}, p ${small(relative.pValue, say)}`}
                  </span>
                ))}
              </td>
              <td>
                <b>{say.words.tree.evidence[one.verdict]}</b>, {one.counts ? words.counts : words.ignored}
                <span className={classes["line"]}>{one.reason.sentence}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function days({ from, ended }: LedgerEntry, say: Say): string {
  return [from, ended].map((day) => (day === null ? "…" : say.day(day))).join(" – ");
}

function lift({ estimate, interval }: { readonly estimate: number; readonly interval: readonly (number | null)[] }, say: Say): string {
  return `${say.signed(estimate, "percent")} [${interval.map((end) => say.signed(end, "percent")).join("; ")}]`;
}

function small(value: number, say: Say): string {
  return value < 0.001 ? `< ${say.number(0.001, 3)}` : say.number(value, 3);
}
