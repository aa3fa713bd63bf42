import type { ClickhouseSettings } from "../framework/index.ts";
import { fromEnvironment } from "../outbound/index.ts";
import type { ClickhouseOptions } from "../warehouse/index.ts";

/** Settings with `env(NAME)` read from the environment. Throws HelderError `variable-missing`. */
export function clickhouseOptions(settings: ClickhouseSettings, environment: NodeJS.ProcessEnv): ClickhouseOptions {
  const read = (key: keyof ClickhouseSettings, text: string) => fromEnvironment(text, environment, `warehouse.clickhouse.${key}`);
  const { url, database, user, password, cluster, nodes } = settings;
  return {
    url: read("url", url),
    database: read("database", database),
    ...(user === undefined ? {} : { user: read("user", user) }),
    ...(password === undefined ? {} : { password: read("password", password) }),
    ...(cluster === undefined ? {} : { cluster: read("cluster", cluster) }),
    ...(nodes === undefined ? {} : { nodes: nodes.map((node) => read("nodes", node)) }),
  };
}
