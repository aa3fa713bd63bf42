import type { FastifyInstance } from "fastify";
import type { Planned, Schedule } from "./schedule.ts";

/** `/api/schedule`: `{timezone, jobs: [{name, do, cron, to, last: {at, ok, failure} | null, next, running, tries}]}`, moments in UTC. */
export function scheduleRoutes(app: FastifyInstance, schedule: Schedule, zone: () => Promise<string>): void {
  app.get("/api/schedule", async (): Promise<{ timezone: string; jobs: readonly Planned[] }> => {
    return { timezone: await zone(), jobs: await schedule.planned() };
  });
}
