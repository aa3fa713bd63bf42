import { Link } from "@tanstack/react-router";
import { useLoaded } from "../../say.ts";
import { Scroll, Section } from "../../ui/section.tsx";
import section from "../../ui/section.module.css";
import { EvidenceMark } from "./evidence-mark.tsx";
import classes from "./tree.module.css";

/** What is thought to move what, and how sure that is. */
export function Links() {
  const { report, say } = useLoaded();
  const words = say.words.tree;
  const supported = report.links.filter((link) => link.status === "supported").length;
  const named = new Map([...report.kpis, ...report.cpis].map((entry) => [entry.id, entry.name]));
  const name = (id: string) => named.get(id) ?? report.tree.nodes.find((node) => node.entity === id)?.name ?? id;
  if (report.links.length === 0)
    return (
      <Section title={words.proof}>
        <p className={section["teach"]}>{words.links.none}</p>
      </Section>
    );
  const title = words.links.finding(supported, report.links.length);
  return (
    <Section title={title}>
      <Scroll label={title}>
        <table className={section["plain"]}>
          <thead>
            <tr>
              <th scope="col">{words.links.from}</th>
              <th scope="col">{words.links.to}</th>
              <th scope="col">{words.links.effect}</th>
              <th scope="col">{words.links.evidence}</th>
              <th scope="col">{words.links.experiments}</th>
              <th scope="col" className={section["number"]}>
                {words.links.until}
              </th>
            </tr>
          </thead>
          <tbody>
            {report.links.map((link) => (
              <tr key={link.id}>
                <th scope="row" className={section["strong"]}>
                  {named.has(link.from) ? (
                    <Link to="/kpi/$id" params={{ id: link.from }}>
                      {name(link.from)}
                    </Link>
                  ) : (
                    name(link.from)
                  )}
                </th>
                <td>{name(link.to)}</td>
                <td className={link.effect === "hurts" ? classes["harm"] : undefined}>{words.effect[link.effect]}</td>
                <td>
                  <span className={classes["evidence"]}>
                    <EvidenceMark evidence={link.status} effect={link.effect} />
                    {words.evidence[link.status]}
                  </span>
                </td>
                <td className={section["soft"]}>
                  {link.experiments.length === 0 ? words.links.noExperiment : link.experiments.join(", ")}
                </td>
                <td className={section["number"]}>{link.until === null ? say.words.none : say.day(link.until)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </Section>
  );
}
