import type { Report } from "./report.ts";

/** The name of a team or stakeholder. One that is not declared (any text may stand there) goes by what was typed. */
export function person({ people }: Pick<Report, "people">, id: string): string {
  return Object.hasOwn(people, id) ? people[id]! : id;
}
