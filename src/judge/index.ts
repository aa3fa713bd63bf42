export { type Forecast, type Judgement, type Measured, type Reason, type Status, statuses } from "./judgement.ts";
