export { instanceOf, type Instantiated, instantiate, named } from "./instantiate.ts";
export { type CatalogueKpi, cataloguePhases } from "./kpi.ts";
export { catalogue } from "./kpis/index.ts";
export { kpiNamed } from "./named.ts";
export { search } from "./search.ts";
