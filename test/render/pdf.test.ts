import { afterEach, describe, expect, test, vi } from "vitest";
import { HelderError } from "../../src/framework/index.ts";
import { render } from "../../src/render/index.ts";
import { toJson } from "../../src/report/index.ts";
import { installedBrowser } from "../../src/render/browser.ts";
import { reportOf, told } from "../report/example.ts";

const report = toJson(reportOf(), "nl", told);
const browser = installedBrowser(process.env);

afterEach(() => vi.unstubAllEnvs());

describe("PDF", () => {
  test.skipIf(browser === null)("is one page where the KPIs fit the budget (skipped without Chromium)", async () => {
    const bytes = await render(report, "pdf", "nl");
    const text = new TextDecoder("latin1").decode(bytes);
    expect(text.slice(0, 5)).toBe("%PDF-");
    expect(text.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
  });

  test("says what to do where there is no browser", async () => {
    vi.stubEnv("CHROMIUM_PATH", "/nowhere/chromium");
    const failure = await render(report, "pdf", "nl").catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(HelderError);
    expect((failure as HelderError).code).toBe("no-browser");
    expect((failure as HelderError).sentence("nl")).toContain("--format html");
  });

  test("says so where the browser fails, and leaves nothing behind", async () => {
    vi.stubEnv("CHROMIUM_PATH", "/bin/false");
    await expect(render(report, "pdf", "nl")).rejects.toMatchObject({ code: "not-printed" });
  });
});
