import { useElementSize } from "@mantine/hooks";
import { useEffect, useRef } from "react";
import { type Figure, figureSvg } from "../../../report/index.ts";
import classes from "./discover.module.css";

/** A figure as wide as there is room, under the sentence that it shows. */
export function Picture({ finding, figure }: { finding: string; figure: Figure }) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const canvas = useRef<HTMLDivElement>(null);
  const svg = width === 0 ? null : figureSvg(figure, Math.min(760, Math.floor(width)));
  useEffect(() => {
    if (svg !== null) canvas.current?.replaceChildren(new DOMParser().parseFromString(svg, "image/svg+xml").documentElement);
  }, [svg]);
  return (
    <figure className={classes["figure"]} ref={ref}>
      <figcaption>{finding}</figcaption>
      <div ref={canvas} role="img" aria-label={finding} />
    </figure>
  );
}
