import * as Plot from "@observablehq/plot";
import { kindOf } from "../../path.ts";
import { drawLevel } from "./level.ts";
import type { Drawing, Picture } from "./drawing.ts";
import { drawTotal } from "./total.ts";

/** The picture of a KPI: summed against its path for a total, else the level per period. */
export function draw(drawing: Drawing): Element {
  const { entry } = drawing;
  const picture =
    kindOf(entry) === "total" && entry.progress.length > 0 && entry.target?.from && entry.target.to
      ? drawTotal(drawing, entry.target.from, entry.target.to)
      : drawLevel(drawing);
  return plotted(picture, drawing);
}

/** A picture in the house style, as wide and high as asked. */
export function plotted({ marks, ...options }: Picture, { width, height }: Pick<Drawing, "width" | "height">): Element {
  const svg = Plot.plot({
    ...options,
    width,
    height,
    style: { background: "none", color: "var(--soft)", fontFamily: "var(--font)", fontSize: "12px", overflow: "visible" },
    marks,
  });
  // The figure around it has role and name; inside it is decoration.
  svg.setAttribute("aria-hidden", "true");
  return svg;
}
