import { useWords } from "../say.ts";
import { Refusal } from "../report.ts";
import { Button } from "./button.tsx";
import classes from "./state.module.css";

/** The report did not come: what happened, what was kept, one thing to do. */
export function Failure({ error, retry, busy }: { error: Error; retry: () => void; busy: boolean }) {
  const { failure } = useWords();
  return (
    <div className={classes["state"]} role="alert">
      <h1 className={classes["title"]}>{failure.title}</h1>
      <p className={classes["text"]}>
        {error instanceof Refusal ? failure.refused(error.message) : failure.gone} {failure.kept}
      </p>
      <p>
        <Button onClick={retry} disabled={busy}>
          {failure.retry}
        </Button>
      </p>
    </div>
  );
}

export function Stale({ className, retry }: { className: string; retry: () => void }) {
  const { failure } = useWords();
  return (
    <div className={className} role="status">
      <span>{failure.stale}</span>
      <button type="button" className={classes["retry"]} onClick={retry}>
        {failure.retry}
      </button>
    </div>
  );
}

/** A bug in a page: it takes down that page alone. */
export function BrokenPage() {
  const { failure } = useWords();
  return (
    <div className={classes["state"]} role="alert">
      <h1 className={classes["title"]}>{failure.broken}</h1>
      <p className={classes["text"]}>{failure.brokenText}</p>
      <p>
        <Button onClick={() => location.reload()}>{failure.reload}</Button>
      </p>
    </div>
  );
}
