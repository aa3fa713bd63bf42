import { Link } from "@tanstack/react-router";
import { type ReactNode, useId } from "react";
import { gapOf, wordingOf } from "../../path.ts";
import type { Entry, TreeNode } from "../../report.ts";
import { useLoaded } from "../../say.ts";
import { KpiButton } from "../../ui/button.tsx";
import { CloseIcon } from "../../ui/icons.tsx";
import section from "../../ui/section.module.css";
import { Spark } from "../../ui/spark.tsx";
import { StatusMark } from "../../ui/status.tsx";
import { EvidenceMark } from "./evidence-mark.tsx";
import { nameOf } from "./filter.tsx";
import { goalsMoved, togetherWith } from "./focus.ts";
import type { Forest } from "./model.ts";
import classes from "./sheet.module.css";

/** What a node is, how it stands, how it counts and what proves it. */
export function Sheet({ node, forest, close }: { node: TreeNode; forest: Forest; close: () => void }) {
  const { report, entries, phases, say } = useLoaded();
  const words = say.words.tree;
  const title = useId();
  const own = entries.get(node.id);
  const gauges = own ? [own] : (forest.cards.get(node.id)?.gauges ?? []);
  const phase = phases.find((one) => one.id === node.phase);
  const neighbours = (end: "from" | "to", effect: "helps" | "hurts") => {
    const other = end === "from" ? "to" : "from";
    const ids = report.tree.edges
      .filter((edge) => edge.kind !== "link" && edge.effect === effect && edge[end] === node.id)
      .map((edge) => edge[other]);
    return report.tree.nodes.filter((one) => ids.includes(one.id) && !(end === "to" && one.layer === "kpi"));
  };
  const ties = [
    { term: words.above, nodes: neighbours("from", "helps") },
    { term: say.words.focus.hurts, nodes: neighbours("from", "hurts") },
    { term: words.below, nodes: neighbours("to", "helps") },
    { term: say.words.focus.hurtBy, nodes: neighbours("to", "hurts") },
  ];
  const links = report.tree.edges.filter(
    (edge) =>
      edge.kind === "link" &&
      (edge.from === node.id || edge.to === node.id || gauges.some((gauge) => [edge.from, edge.to].includes(`${gauge.kind}/${gauge.id}`))),
  );
  const name = (id: string) => report.tree.nodes.find((one) => one.id === id)?.name ?? id;
  const each = (ids: readonly (string | null | undefined)[]) => [...new Set(ids)].filter((id) => typeof id === "string");
  const whose = [
    { term: words.owner, ids: each(gauges.map((gauge) => gauge.owner)) },
    { term: say.words.focus.acts, ids: each(gauges.flatMap((gauge) => gauge.actions.map((action) => action.who))) },
    { term: say.words.focus.agreed, ids: each(gauges.flatMap((gauge) => gauge.agreedBy)) },
    { term: words.stakeholders, ids: each(node.stakeholders) },
    { term: words.forWhom, ids: each(node.for) },
  ].filter(({ ids }) => ids.length > 0);
  const eyebrow = [words.layers[node.layer].name, phase?.name, own?.side ? say.words.kpi[own.side] : null];
  return (
    <div className={classes["sheet"]} role="region" aria-labelledby={title}>
      <button type="button" className={classes["close"]} aria-label={words.close} onClick={close}>
        <CloseIcon />
      </button>
      <p className={section["note"]}>{eyebrow.filter((part) => typeof part === "string").join(" · ")}</p>
      <h2 id={title}>{node.name}</h2>
      {node.text === null ? null : <p className={classes["text"]}>{node.layer === "cpi" ? `“${node.text}”` : node.text}</p>}
      {gauges.length === 0 && node.layer !== "enabler" ? (
        <Part>
          <p className={section["soft"]}>{words.noKpi}</p>
        </Part>
      ) : null}
      {gauges.map((gauge) => (
        <Gauge key={`${gauge.kind}/${gauge.id}`} entry={gauge} />
      ))}
      <Part title={words.counts}>
        <dl className={classes["facts"]}>
          {ties.map(({ term, nodes }) => (
            <Fact key={term} term={term}>
              {nodes.map((one) => (
                <NodeLink key={one.id} node={one} />
              ))}
            </Fact>
          ))}
        </dl>
        <Contribution node={node} forest={forest} />
      </Part>
      {whose.length === 0 ? null : (
        <Part title={say.words.focus.whose}>
          <dl className={classes["facts"]}>
            {whose.map(({ term, ids }) => (
              <Fact key={term} term={term}>
                {ids.map((id) => (
                  <WhoLink key={id} id={id} node={node} />
                ))}
              </Fact>
            ))}
          </dl>
        </Part>
      )}
      {gauges.length === 0 ? null : (
        <Part title={words.proof}>
          {links.length === 0 ? <p className={section["soft"]}>{words.noProof}</p> : null}
          <ul>
            {links.map((edge) => (
              <li key={`${edge.from}>${edge.to}`} className={classes["link"]}>
                <EvidenceMark evidence={edge.evidence} effect={edge.effect} />
                <span>
                  {name(edge.from)} {words.effect[edge.effect]} {name(edge.to)}
                  <span className={section["note"]}> {words.evidence[edge.evidence]}</span>
                </span>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </div>
  );
}

function Gauge({ entry }: { entry: Entry }) {
  const { say } = useLoaded();
  const reason = entry.reasons[0];
  const facts = [
    entry.target
      ? say.words.ofTarget(say.value(entry.target.value, entry.unit, { round: true }), wordingOf(entry)).replace(/^· /, "")
      : null,
    gapOf(entry) && entry.expected !== null ? say.words.kpi.chart.pathIs(say.value(entry.expected, entry.unit, { round: true })) : null,
    entry.chance === null ? null : say.words.chance(say.chance(entry.chance)),
  ];
  return (
    <Part>
      <div className={classes["gaugeHead"]}>
        <h3>{entry.name}</h3>
        <StatusMark status={entry.status} />
      </div>
      <p className={classes["gaugeValue"]}>
        <b>{say.value(entry.value, entry.unit, { round: true })}</b> {facts.filter((fact) => fact !== null).join(" · ")}
      </p>
      <Spark entry={entry} width={288} height={56} />
      {entry.problem || reason ? <p className={classes["text"]}>{entry.problem?.sentence ?? reason?.sentence}</p> : null}
      <p className={classes["open"]}>
        <KpiButton id={entry.id}>{entry.kind === "kpi" ? say.words.tree.openKpi : say.words.tree.openCpi}</KpiButton>
      </p>
    </Part>
  );
}

function Part({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <div className={classes["part"]}>
      {title === undefined ? null : <h3>{title}</h3>}
      {children}
    </div>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  if (children === null || (Array.isArray(children) && children.length === 0)) return null;
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** What the node does to the goals and the super-KPI, in words; each harm with its way. */
function Contribution({ node, forest }: { node: TreeNode; forest: Forest }) {
  const loaded = useLoaded();
  const { report, entries, say } = loaded;
  const words = say.words.focus;
  const name = (id: string) => report.tree.nodes.find((one) => one.id === id)?.name ?? id;
  const shown = togetherWith(node, loaded, forest);
  const { helps, hurts } = goalsMoved(loaded, shown);
  const superNode = report.superKpi === null ? null : `kpi/${report.superKpi}`;
  const superName = superNode === null ? undefined : entries.get(superNode)?.name;
  const reached = shown.flatMap(({ influences }) => influences.find(({ to }) => to === superNode) ?? [])[0]?.effect ?? null;
  const harms = waysOf(shown).filter(({ effect, to }) => effect === "hurts" && to !== superNode);
  return (
    <>
      <p className={classes["words"]}>
        {[
          words.contributes(node.name, helps, hurts),
          superName === undefined || shown.some(({ id }) => id === superNode) ? null : words.toSuper(superName, reached),
        ]
          .filter((part) => part !== null && part !== "")
          .join(" ")}
      </p>
      {harms.map(({ to, path }) => (
        <div key={to} className={classes["way"]}>
          <p>{words.path("hurts", name(to))}</p>
          <ol>
            {path.map((id) => (
              <li key={id}>{name(id)}</li>
            ))}
          </ol>
        </div>
      ))}
    </>
  );
}

/** Of each sign the shortest way to each goal, whichever of the nodes it starts from. */
function waysOf(nodes: readonly TreeNode[]): TreeNode["influences"] {
  const ways = new Map<string, TreeNode["influences"][number]>();
  for (const way of nodes.flatMap((node) => node.influences).toSorted((a, b) => a.path.length - b.path.length)) {
    const key = `${way.to} ${way.effect}`;
    if (!ways.has(key)) ways.set(key, way);
  }
  return [...ways.values()];
}

function WhoLink({ id, node }: { id: string; node: TreeNode }) {
  const { report } = useLoaded();
  return (
    <Link className={classes["node"]} to="/tree" search={{ node: node.id, who: id }} replace>
      {nameOf(report, id)}
    </Link>
  );
}

function NodeLink({ node }: { node: TreeNode }) {
  return (
    <Link className={classes["node"]} to="/tree" search={(before) => ({ ...before, node: node.id })} replace>
      {node.name}
    </Link>
  );
}
