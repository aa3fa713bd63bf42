import type { Framework, Observation } from "../framework/index.ts";
import type { Catalog, Plan, PlannedQuery, QueryResult } from "../metric/index.ts";
import type { Table } from "../sql/index.ts";
import type { Warehouse } from "../warehouse/index.ts";
import type { Definitions } from "./definitions.ts";

/** What one piece of work has open: the workspace as it is read now, and the warehouse. */
export interface Work {
  readonly framework: Framework;
  readonly warehouse: Warehouse;
  /** check-ins, by metric id */
  readonly observations: ReadonlyMap<string, readonly Observation[]>;
  /** how the causes of links are defined, and were before; asking notes what is new */
  definitions(): Definitions;
  /** whether answers are kept from one time to the next */
  readonly keeps: boolean;
  /** the plans' own answers, in order */
  tables(plans: readonly Plan[], catalog: Catalog): Promise<readonly Table[]>;
  /** `catalog`: the one that the query was planned with */
  answer(planned: PlannedQuery, catalog: Catalog): Promise<QueryResult>;
}
