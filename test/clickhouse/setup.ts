import type { TestProject } from "vitest/node";
import { type Front, startFront } from "./front.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** address of ClickHouse's engine */
    clickhouse: string;
  }
}

let front: Front;

export async function setup(project: TestProject): Promise<void> {
  front = await startFront();
  project.provide("clickhouse", front.url);
}

export async function teardown(): Promise<void> {
  await front.close();
}
