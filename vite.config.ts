import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// Absolute addresses, because pages lie at several depths (/ and /kpi/<id>) and are all answered with the same document.
export default defineConfig({
  root: "src/web",
  base: "/",
  plugins: [react()],
  // A data: address for a font would need `font-src data:` in the content security policy; every asset is a file.
  build: {
    outDir: "../../dist/web",
    emptyOutDir: true,
    sourcemap: false,
    assetsInlineLimit: 0,
    target: ["chrome123", "firefox128", "safari17.5"],
    // The rooms that the app shares with the engine are pure: what it does not use of them (schemas, and zod with them) stays out of the browser.
    rolldownOptions: {
      treeshake: {
        moduleSideEffects: [{ test: /\/src\/(?:calendar|expression|framework|metric|judge|locale|report)\//, sideEffects: false }],
      },
    },
  },
  server: { proxy: { "/api": "http://127.0.0.1:4747" } },
});
