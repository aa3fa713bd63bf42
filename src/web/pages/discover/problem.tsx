import { Refusal } from "../../report.ts";
import { useLoaded } from "../../say.ts";
import classes from "./discover.module.css";

/** What went wrong, by the server's sentence where it has one. */
export function Problem({ error }: { error: Error }) {
  const { say } = useLoaded();
  return (
    <p className={classes["failed"]} role="alert">
      {say.words.discover.failed} {error instanceof Refusal ? error.message : ""}
    </p>
  );
}
