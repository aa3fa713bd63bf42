import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What the tests of metrics and expressions prove on DuckDB they prove here on ClickHouse, beside the tests of this folder. */
export default defineConfig({
  root: here("../.."),
  plugins: [
    {
      name: "clickhouse-place",
      enforce: "pre",
      resolveId: (source, importer) => (source.endsWith("/place.ts") && !importer?.startsWith(here("./place")) ? here("./place.ts") : null),
    },
  ],
  test: {
    include: ["test/metric/*.test.ts", "test/sql/{expression,levels,relation}.test.ts", "test/clickhouse/*.test.ts"],
    // These compute nothing.
    exclude: ["test/metric/{describe,spoken}.test.ts"],
    globalSetup: here("./setup.ts"),
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
