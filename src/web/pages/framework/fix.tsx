import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { applyFix, fixPreview, type LineChange } from "../../fix.ts";
import { Refusal } from "../../report.ts";
import { useLoaded } from "../../say.ts";
import { Button, TextButton } from "../../ui/button.tsx";
import classes from "./sheet.module.css";
import type { Finding } from "./model.ts";

/** Shows which lines would change, and changes them when the reader says so. */
export function Fix({ finding }: { finding: Finding }) {
  const { say } = useLoaded();
  const words = say.words.framework.fix;
  const client = useQueryClient();
  const preview = useQuery({
    queryKey: ["fix", finding.code, finding.on, say.language],
    queryFn: ({ signal }) => fixPreview(finding, say.language, signal),
    retry: false,
    gcTime: 0,
  });
  const mending = useMutation({
    mutationFn: () => applyFix(finding, say.language),
    onSuccess: () => client.invalidateQueries({ queryKey: ["report"] }),
  });
  const problem = mending.error ?? preview.error;
  if (mending.isSuccess)
    return (
      <p className={classes["done"]} role="status">
        {words.done}
      </p>
    );
  return (
    <section className={classes["part"]} aria-busy={preview.isPending}>
      <h3>{words.title}</h3>
      {preview.data?.length === 0 ? <p className={classes["text"]}>{words.nothing}</p> : null}
      {(preview.data ?? []).map((change) => (
        <Change key={`${change.file}:${change.line}`} change={change} />
      ))}
      {problem === null ? null : (
        <p className={classes["failed"]} role="alert">
          {words.failed} {problem instanceof Refusal ? problem.message : ""}{" "}
          {preview.error === null ? null : <TextButton onClick={() => void preview.refetch()}>{words.retry}</TextButton>}
        </p>
      )}
      {preview.data === undefined || preview.data.length === 0 ? null : (
        <p className={classes["apply"]}>
          <Button onClick={() => mending.mutate()} disabled={mending.isPending}>
            {mending.isPending ? words.busy : words.apply}
          </Button>
        </p>
      )}
    </section>
  );
}

function Change({ change }: { change: LineChange }) {
  const { say } = useLoaded();
  const words = say.words.framework.fix;
  return (
    <div className={classes["change"]}>
      <p className={classes["file"]}>{say.words.overview.where(change.file, change.line)}</p>
      <h4>{words.before}</h4>
      <pre data-side="before" tabIndex={0}>
        {change.before}
      </pre>
      <h4>{words.after}</h4>
      {change.after === "" ? (
        <p className={classes["text"]}>{words.gone}</p>
      ) : (
        <pre data-side="after" tabIndex={0}>
          {change.after}
        </pre>
      )}
    </div>
  );
}
