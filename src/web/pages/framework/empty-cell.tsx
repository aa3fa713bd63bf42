import { type Loaded, useLoaded } from "../../say.ts";
import { TextButton } from "../../ui/button.tsx";
import classes from "./framework.module.css";
import { Few } from "./few.tsx";
import { TreeLink } from "./item.tsx";
import type { Gap, Opened } from "./model.ts";
import { tradeOf } from "./snippet.ts";

/** What is missing here: the question, what the trade answers, and one link that leads to it. */
export function EmptyCell({ gap, open }: { gap: Gap; open: (what: Opened) => void }) {
  const loaded = useLoaded();
  const { phases, say } = loaded;
  const words = say.words.framework.gap;
  const link = words.link(gap.layer, gap.side, gap.missing);
  const phase = phases.find(({ id }) => id === gap.phase)?.name ?? null;
  const of = gap.missing === "not-gauged" && gap.members.length === 1 ? (gap.members[0]?.name ?? null) : null;
  return (
    <>
      <Few
        items={gap.members.map((node) => (
          <p key={node.id} className={classes["name"]}>
            <TreeLink node={node} />
          </p>
        ))}
      />
      <p className={gap.members.length === 0 ? classes["name"] : classes["lacks"]}>{words.title(gap.layer, gap.side, gap.missing)}</p>
      <p className={classes["ask"]}>
        {words.question(gap.layer, gap.side, gap.missing, tradeOf(loaded, gap.phase).who)} {words.example(exampleOf(gap, loaded))}
      </p>
      <TextButton label={`${link} ${words.place(of, phase)}`} onClick={() => open({ kind: "gap", gap })}>
        {link}
      </TextButton>
    </>
  );
}

function exampleOf(gap: Gap, loaded: Loaded): string {
  const trade = tradeOf(loaded, gap.phase);
  if (gap.side === "experience") return `“${trade.cpi.outcome.replace(/\.$/, "")}”`;
  if (gap.missing === "not-gauged") return inSentence(trade.kpi);
  return inSentence(gap.layer === "interaction" ? trade.interaction : trade[gap.layer]);
}

function inSentence(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
