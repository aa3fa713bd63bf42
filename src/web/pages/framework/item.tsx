import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { wordingOf } from "../../path.ts";
import type { Entry, TreeNode } from "../../report.ts";
import { useLoaded } from "../../say.ts";
import { StatusGlyph, StatusMark } from "../../ui/status.tsx";
import classes from "./framework.module.css";
import { Marks } from "./mark.tsx";
import type { Finding, Item, Opened } from "./model.ts";

export interface Beside {
  readonly beside: ReadonlyMap<string, readonly Finding[]>;
  readonly open: (what: Opened) => void;
}

export function TreeLink({ node, className }: { node: TreeNode; className?: string | undefined }) {
  return (
    <Link to="/tree" search={{ node: node.id }} className={className}>
      {node.name}
    </Link>
  );
}

/** What the customer does here: the contact, and below it what gauges it. */
export function GridItem({ item, beside, open }: { item: Item } & Beside) {
  return (
    <div className={classes["item"]}>
      <p className={classes["name"]}>
        <TreeLink node={item.node} />
        <Marks findings={beside.get(item.node.id)} open={open} />
      </p>
      {item.gauges.map((gauge) => (
        <GaugeLine key={gauge.id} gauge={gauge} name={<KpiLink gauge={gauge} />} beside={beside} open={open} />
      ))}
    </div>
  );
}

/** What the customer gains here: the gauge first, in the customer's words, and then the contact. */
export function LivedItem({ item, beside, open }: { item: Item } & Beside) {
  return item.gauges.map((gauge) => (
    <div key={gauge.id} className={classes["item"]}>
      <p className={classes["name"]}>
        <KpiLink gauge={gauge} />
        <Marks findings={beside.get(`${gauge.kind}/${gauge.id}`)} open={open} />
      </p>
      <GaugeLine
        gauge={gauge}
        name={
          <>
            <TreeLink node={item.node} />
            <Marks findings={beside.get(item.node.id)} open={open} />
            {gauge.outcome === null ? null : <span className={classes["quote"]}>“{gauge.outcome}”</span>}
          </>
        }
      />
    </div>
  ));
}

export function KpiLink({ gauge }: { gauge: Entry }) {
  return (
    <Link to="/kpi/$id" params={{ id: gauge.id }}>
      {gauge.name}
    </Link>
  );
}

/** Name, value of target, status. */
function GaugeLine({ gauge, name, beside, open }: { gauge: Entry; name: ReactNode } & Partial<Beside>) {
  return (
    <>
      <p className={classes["gauge"]}>
        {name}
        {beside && open ? <Marks findings={beside.get(`${gauge.kind}/${gauge.id}`)} open={open} /> : null}
      </p>
      <p className={classes["standing"]}>
        <Standing gauge={gauge} />
        <StatusMark status={gauge.status} />
      </p>
    </>
  );
}

export function Standing({ gauge }: { gauge: Entry }) {
  const { say } = useLoaded();
  return (
    <span>
      <b>{say.value(gauge.value, gauge.unit, { round: true })}</b>
      {gauge.target === null
        ? null
        : ` ${say.words.ofTarget(say.value(gauge.target.value, gauge.unit, { round: true }), wordingOf(gauge))}`}
    </span>
  );
}

export function NoKpi() {
  const { say } = useLoaded();
  return (
    <span className={classes["noKpi"]}>
      <StatusGlyph status="no-data" />
      {say.words.tree.noKpi}
    </span>
  );
}
