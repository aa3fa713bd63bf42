import { useLoaded } from "../../say.ts";
import { Empty } from "../../ui/empty.tsx";
import { useTitle, WithReport } from "../../ui/page.tsx";
import { Sentence } from "../../ui/sentence.tsx";
import { Conflicts } from "./conflicts.tsx";
import { Cpis } from "./cpis.tsx";
import classes from "./customer.module.css";
import { Ledger } from "./ledger.tsx";

const example = `cpis:
  - id: arrives-whole
    name: Heel thuisbezorgd
    outcome: Wat ik bestel komt heel aan.
    metric: undamaged
    direction: up
    target: {value: 98%, from: 2026-01-01, to: 2026-12-31}`;

export function CustomerPage() {
  return (
    <WithReport>
      <Customer />
    </WithReport>
  );
}

function Customer() {
  const { report, say } = useLoaded();
  const words = say.words.customer;
  useTitle(words.title);
  if (report.cpis.length === 0) return <Empty title={words.title} text={words.noCpis} how={say.words.empty.kpisHow} code={example} />;
  const own = new Set(report.cpis.map(({ id }) => id));
  const links = report.links.filter(({ from }) => own.has(from));
  return (
    <>
      <div className={classes["top"]} />
      <Sentence
        phrases={words.sentence({
          cpis: report.cpis.length,
          right: report.cpis.filter(({ status }) => status === "on-track" || status === "achieved").length,
          links: links.length,
          supported: links.filter(({ status }) => status === "supported").length,
        })}
      />
      <Conflicts />
      <Cpis />
      <Ledger />
    </>
  );
}
