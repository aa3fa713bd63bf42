import type { Command } from "./command.ts";
import { add } from "./commands/add.ts";
import { alert } from "./commands/alert.ts";
import { audience } from "./commands/audience.ts";
import { audit } from "./commands/audit.ts";
import { catalogue } from "./commands/catalogue.ts";
import { check } from "./commands/check.ts";
import { checkin } from "./commands/checkin.ts";
import { demo } from "./commands/demo.ts";
import { erase } from "./commands/erase.ts";
import { evidence } from "./commands/evidence.ts";
import { experiment } from "./commands/experiment.ts";
import { discover } from "./commands/discover.ts";
import { exportCommand } from "./commands/export.ts";
import { importCommand } from "./commands/import.ts";
import { init } from "./commands/init.ts";
import { key } from "./commands/key.ts";
import { load } from "./commands/load.ts";
import { planExperiment } from "./commands/plan-experiment.ts";
import { query } from "./commands/query.ts";
import { report } from "./commands/report.ts";
import { run } from "./commands/run.ts";
import { schema } from "./commands/schema.ts";
import { scorecard } from "./commands/scorecard.ts";
import { serve } from "./commands/serve.ts";
import { simulate } from "./commands/simulate.ts";
import { smart } from "./commands/smart.ts";
import { sql } from "./commands/sql.ts";
import { stats } from "./commands/stats.ts";
import { steer } from "./commands/steer.ts";
import { tree } from "./commands/tree.ts";
import { why } from "./commands/why.ts";

/** Every command, in the order in which help shows them. */
export const commands: readonly Command[] = [
  demo,
  init,
  add,
  discover,
  audience,
  check,
  load,
  query,
  run,
  why,
  steer,
  scorecard,
  alert,
  checkin,
  key,
  erase,
  audit,
  sql,
  report,
  exportCommand,
  importCommand,
  tree,
  smart,
  catalogue,
  stats,
  simulate,
  experiment,
  planExperiment,
  evidence,
  serve,
  schema,
];
