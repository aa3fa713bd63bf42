import { type ClickhouseSettings, HelderError } from "../framework/index.ts";
import type { ClickhouseOptions } from "../warehouse/index.ts";

/** Settings with `env(NAME)` read from the environment. Throws HelderError `variable-missing`. */
export function clickhouseOptions(settings: ClickhouseSettings, environment: NodeJS.ProcessEnv): ClickhouseOptions {
  const read = (key: keyof ClickhouseSettings, text: string): string => {
    const name = /^env\(([A-Za-z_][A-Za-z0-9_]*)\)$/.exec(text)?.[1];
    if (name === undefined) return text;
    const value = environment[name];
    if (!value) throw new HelderError("variable-missing", { name, setting: `warehouse.clickhouse.${key}` });
    return value;
  };
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
