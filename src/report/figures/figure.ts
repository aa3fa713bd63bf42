import { type CohortTriangleFigure, cohortTriangleSvg } from "./cohort-triangle.ts";
import { type IntervalsFigure, intervalsSvg } from "./intervals.ts";
import { type LorenzFigure, lorenzSvg } from "./lorenz.ts";
import { type MonthSharesFigure, monthSharesSvg } from "./month-shares.ts";
import { type ReachFigure, reachSvg } from "./reach.ts";
import { type RfmMapFigure, rfmMapSvg } from "./rfm-map.ts";

/** What a picture shows, as data. */
export type Figure = ReachFigure | MonthSharesFigure | LorenzFigure | RfmMapFigure | CohortTriangleFigure | IntervalsFigure;

/** A picture as the text of an SVG of so many pixels; below 560 it is drawn for a phone. */
export function figureSvg(figure: Figure, width: number): string {
  switch (figure.kind) {
    case "reach":
      return reachSvg(figure, width);
    case "month-shares":
      return monthSharesSvg(figure, width);
    case "lorenz":
      return lorenzSvg(figure, width);
    case "rfm-map":
      return rfmMapSvg(figure, width);
    case "cohort-triangle":
      return cohortTriangleSvg(figure, width);
    case "intervals":
      return intervalsSvg(figure, width);
  }
}
