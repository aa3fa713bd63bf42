import type { TestProject } from "vitest/node";
import { type Databases, startDatabases } from "./servers.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** port of PostgreSQL, on loopback */
    postgres: number;
    /** port of MariaDB, on loopback */
    mariadb: number;
    /** the certificate, PEM, of who vouches for both */
    certificate: string;
  }
}

let databases: Databases;

export async function setup(project: TestProject): Promise<void> {
  databases = await startDatabases();
  project.provide("postgres", databases.postgres);
  project.provide("mariadb", databases.mariadb);
  project.provide("certificate", databases.certificate);
}

export async function teardown(): Promise<void> {
  await databases.stop();
}
