import type { TreeNode } from "../../report.ts";
import { useLoaded } from "../../say.ts";
import { Section } from "../../ui/section.tsx";
import section from "../../ui/section.module.css";
import classes from "./framework.module.css";
import { type Beside, TreeLink } from "./item.tsx";
import { Marks } from "./mark.tsx";

/** What stands in no cell: it has no phase, or gauges nothing that has one. */
export function Homeless({ nodes, beside, open }: { nodes: readonly TreeNode[] } & Beside) {
  const { say } = useLoaded();
  const words = say.words.framework.homeless;
  const { layers } = say.words.tree;
  if (nodes.length === 0) return null;
  return (
    <Section title={words.title(nodes.length)}>
      <p className={section["teach"]}>{words.why}</p>
      <ul className={classes["homeless"]}>
        {nodes.map((node) => (
          <li key={node.id}>
            <TreeLink node={node} className={section["strong"]} />
            <Marks findings={beside.get(node.id)} open={open} />
            <span className={section["note"]}>{layers[node.layer].name}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
