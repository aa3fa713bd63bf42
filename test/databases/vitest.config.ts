import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Connectors against real servers, which are installed (Debian, as root) and started here, and stopped after. */
export default defineConfig({
  root: here("../.."),
  test: {
    include: ["test/databases/*.test.ts"],
    globalSetup: here("./setup.ts"),
    testTimeout: 120_000,
    hookTimeout: 300_000,
    fileParallelism: false,
  },
});
