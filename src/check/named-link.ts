import type { Framework } from "../framework/index.ts";

/** Whether an experiment tests a link, or a waiver is about it: then it cannot go without leaving them behind. */
export function isNamed(link: string, { experiments, waivers }: Framework): boolean {
  return experiments.some(({ tests }) => tests.includes(link)) || waivers.some(({ on }) => on === link);
}
