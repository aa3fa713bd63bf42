import { useElementSize } from "@mantine/hooks";
import { useEffect, useRef } from "react";
import classes from "./chart.module.css";

export type Draw = (size: { readonly width: number; readonly height: number }) => Promise<Element>;

/** A picture. Its height is fixed beforehand, so nothing moves when the drawing arrives; it is drawn anew, not scaled, for another width. */
export function DrawnChart({ height, label, draw }: { height: number; label: string; draw: Draw }) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const canvas = useRef<HTMLDivElement>(null);
  const shown = width > 0 && width < 560 ? Math.min(height, 280) : height;
  useEffect(() => {
    if (width === 0) return;
    let gone = false;
    void draw({ width, height: shown }).then((drawn) => {
      if (!gone) canvas.current?.replaceChildren(drawn);
    });
    return () => {
      gone = true;
    };
  }, [draw, width, shown]);
  return (
    <figure className={classes["chart"]} ref={ref} style={{ height: shown }}>
      <div ref={canvas} role="img" aria-label={label} />
    </figure>
  );
}
