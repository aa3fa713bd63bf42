import { useLoaded } from "../../say.ts";
import { Choice } from "../../ui/choice.tsx";
import classes from "./framework.module.css";

/** For which target group the grid is shown; nothing to choose where nothing is for one group. */
export function Audience({ chosen, choose }: { chosen: string | null; choose: (id: string | null) => void }) {
  const { report, say } = useLoaded();
  const words = say.words.framework;
  const segments = report.segments.filter(({ id }) => report.grids.some((grid) => grid.audience === id));
  if (segments.length === 0) return null;
  return (
    <div className={classes["audience"]}>
      <Choice label={words.forWhom} chosen={chosen} choose={choose}>
        <option value="">{words.everyone}</option>
        {segments.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Choice>
    </div>
  );
}
