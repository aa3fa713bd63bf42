import { VisuallyHidden } from "@mantine/core";
import { useWords } from "../say.ts";
import classes from "./loading.module.css";

function Bar({ width, height, top = 0 }: { width: string; height: number; top?: number }) {
  return <div className={classes["bar"]} style={{ width, height, marginTop: top, maxWidth: "100%" }} />;
}

/** The shape of the page that comes: time line, sentence, picture, rows. */
export function Loading() {
  const words = useWords();
  return (
    <div className={classes["loading"]} role="status">
      <VisuallyHidden>{words.loading}</VisuallyHidden>
      <div aria-hidden="true">
        <Bar width="240px" height={16} />
        <Bar width="760px" height={28} top={20} />
        <Bar width="540px" height={28} top={8} />
        <div className={classes["grid"]}>
          <div className={classes["rows"]}>
            <Bar width="60%" height={20} />
            <Bar width="100%" height={320} />
          </div>
          <div className={classes["rows"]}>
            <Bar width="70%" height={20} />
            <Bar width="100%" height={40} />
            <Bar width="100%" height={40} />
            <Bar width="100%" height={40} />
          </div>
        </div>
      </div>
    </div>
  );
}
