import type { Command } from "./command.ts";
import { add } from "./commands/add.ts";
import { catalogue } from "./commands/catalogue.ts";
import { check } from "./commands/check.ts";
import { checkin } from "./commands/checkin.ts";
import { demo } from "./commands/demo.ts";
import { discover } from "./commands/discover.ts";
import { init } from "./commands/init.ts";
import { load } from "./commands/load.ts";
import { query } from "./commands/query.ts";
import { report } from "./commands/report.ts";
import { run } from "./commands/run.ts";
import { schema } from "./commands/schema.ts";
import { serve } from "./commands/serve.ts";
import { simulate } from "./commands/simulate.ts";
import { smart } from "./commands/smart.ts";
import { sql } from "./commands/sql.ts";
import { stats } from "./commands/stats.ts";
import { tree } from "./commands/tree.ts";

/** Every command, in the order in which help shows them. */
export const commands: readonly Command[] = [
  demo,
  init,
  add,
  discover,
  check,
  load,
  query,
  run,
  checkin,
  sql,
  report,
  tree,
  smart,
  catalogue,
  stats,
  simulate,
  serve,
  schema,
];
