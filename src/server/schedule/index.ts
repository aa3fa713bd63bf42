export { type Job, jobsOf } from "./job.ts";
export type { Outcome } from "./memory.ts";
export { momentAfter } from "./moment.ts";
export { scheduleRoutes } from "./routes.ts";
export { openSchedule, type Schedule } from "./schedule.ts";
export { workOn } from "./work.ts";
