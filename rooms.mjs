// Who may enter which room: the only place where the direction is written down.
// A room may import the rooms in `enters` and the npm packages in `packages`. `pure` rooms see no clock, no disk, no network, no document.

/** @type {Record<string, {enters: string[], packages: string[], pure: boolean}>} */
export const rooms = {
  calendar: { enters: [], packages: [], pure: true },
  expression: { enters: ["calendar"], packages: [], pure: true },
  framework: {
    enters: ["calendar", "expression"],
    packages: ["zod"],
    pure: true,
  },
  catalogue: {
    enters: ["expression", "framework"],
    packages: ["zod"],
    pure: true,
  },
  workspace: {
    enters: ["calendar", "expression", "framework", "catalogue"],
    packages: ["yaml", "zod"],
    pure: false,
  },
  metric: {
    enters: ["calendar", "expression", "framework"],
    packages: [],
    pure: true,
  },
  check: {
    enters: ["calendar", "expression", "framework", "catalogue", "workspace", "metric"],
    packages: [],
    pure: false,
  },
  sql: {
    enters: ["calendar", "expression", "framework", "metric"],
    packages: [],
    pure: true,
  },
  judge: {
    enters: ["calendar", "expression", "framework", "metric"],
    packages: [],
    pure: true,
  },
  locale: { enters: ["calendar"], packages: [], pure: true },
  report: {
    enters: ["calendar", "expression", "framework", "metric", "judge", "locale"],
    packages: [],
    pure: true,
  },
  simulate: { enters: ["calendar"], packages: [], pure: true },
  warehouse: {
    enters: ["calendar", "expression", "framework", "metric", "sql"],
    packages: ["@duckdb/node-api"],
    pure: false,
  },
  journal: {
    enters: ["calendar", "framework"],
    packages: ["libsql"],
    pure: false,
  },
  engine: {
    enters: [
      "calendar",
      "expression",
      "framework",
      "workspace",
      "metric",
      "check",
      "sql",
      "judge",
      "locale",
      "report",
      "warehouse",
      "journal",
      "simulate",
    ],
    packages: [],
    pure: false,
  },
  server: {
    enters: ["calendar", "framework", "workspace", "check", "metric", "judge", "locale", "report", "engine"],
    packages: ["fastify", "@fastify/static", "@fastify/helmet"],
    pure: false,
  },
  cli: {
    enters: ["calendar", "framework", "catalogue", "workspace", "check", "metric", "judge", "locale", "report", "engine", "server"],
    packages: ["commander"],
    pure: false,
  },
  web: {
    enters: ["calendar", "locale", "report"],
    packages: [
      "react",
      "react-dom",
      "@mantine/core",
      "@mantine/hooks",
      "@tanstack/react-router",
      "@tanstack/react-query",
      "@xyflow/react",
      "@observablehq/plot",
      "@fontsource-variable/inter",
    ],
    pure: false,
  },
};
