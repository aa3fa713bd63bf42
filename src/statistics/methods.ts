import { association } from "./association/association.ts";
import { decompose } from "./decomposition/decompose.ts";
import { beforeAfter } from "./experiment/before-after.ts";
import { bootstrap } from "./experiment/bootstrap.ts";
import { experiment } from "./experiment/experiment.ts";
import { interim } from "./experiment/interim.ts";
import { sampleSize } from "./experiment/sample-size.ts";
import { forecast } from "./forecast/forecast.ts";
import { lifetime } from "./lifetime/lifetime.ts";
import { retention } from "./lifetime/retention.ts";
import { rfm } from "./lifetime/rfm.ts";
import { survival } from "./lifetime/survival.ts";
import type { AnyMethod } from "./method.ts";
import { sentiment } from "./sentiment/sentiment.ts";
import { themes } from "./sentiment/themes.ts";
import { signals } from "./signal/signals.ts";
import { survey } from "./survey/survey.ts";

/** Every method that `helder stats` offers, in the order in which help shows them. */
export const methods: readonly AnyMethod[] = [
  experiment,
  sampleSize,
  bootstrap,
  beforeAfter,
  interim,
  survey,
  sentiment,
  themes,
  decompose,
  forecast,
  signals,
  association,
  lifetime,
  rfm,
  survival,
  retention,
];
