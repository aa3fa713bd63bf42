import type { CSSProperties } from "react";
import { person, useLoaded } from "../../say.ts";
import { Choice } from "../../ui/choice.tsx";
import { themeColour } from "./theme-colour.ts";
import classes from "./filter.module.css";

export interface Chosen {
  readonly who: string | null;
  readonly theme: string | null;
}

/** Whose things, and which theme, stand out. Only who has something in the tree can be chosen. */
export function Filter({ who, theme, choose }: Chosen & { choose: (choice: Chosen) => void }) {
  const { report, say } = useLoaded();
  const words = say.words.focus;
  const present = new Set(report.tree.nodes.flatMap((node) => node.whose));
  const teams = report.contributions.map(({ team }) => team).filter((id) => present.has(id));
  const segments = report.segments.filter(({ id }) => present.has(id));
  const known = new Set([...teams, ...segments.map(({ id }) => id)]);
  const stakeholders = [...present].filter((id) => !known.has(id));
  const groups = [
    { label: words.teams, ids: teams },
    { label: words.stakeholders, ids: stakeholders },
    { label: words.segments, ids: segments.map(({ id }) => id) },
  ].filter(({ ids }) => ids.length > 0);
  const used = report.themes.filter(({ id }) => report.tree.nodes.some((node) => node.theme === id));
  return (
    <div className={classes["filter"]}>
      {groups.length === 0 ? null : (
        <Choice label={words.who} chosen={who} choose={(id) => choose({ who: id, theme })}>
          <option value="">{words.everyone}</option>
          {groups.map(({ label, ids }) => (
            <optgroup key={label} label={label}>
              {ids.map((id) => (
                <option key={id} value={id}>
                  {nameOf(report, id)}
                </option>
              ))}
            </optgroup>
          ))}
        </Choice>
      )}
      {used.length === 0 ? null : (
        <div className={classes["themes"]} role="group" aria-label={words.theme}>
          <span aria-hidden="true">{words.theme}</span>
          {used.map(({ id, name }) => (
            <button
              key={id}
              type="button"
              aria-pressed={id === theme}
              style={{ "--e": themeColour(report, id) } as CSSProperties}
              onClick={() => choose({ who, theme: id === theme ? null : id })}
            >
              <i />
              {name}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

/** The name of a team, stakeholder or segment, else the id as typed. */
export function nameOf(report: Parameters<typeof person>[0], id: string): string {
  return report.segments.find((segment) => segment.id === id)?.name ?? person(report, id);
}
