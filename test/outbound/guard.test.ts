import { describe, expect, test } from "vitest";
import { openOutbound } from "../../src/outbound/index.ts";

describe("addresses", () => {
  test.each([
    "127.0.0.1",
    "10.0.0.1",
    "169.254.169.254",
    "192.168.1.1",
    "0.0.0.0",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[fe80::1]",
    "[fd00::1]",
    "[64:ff9b::7f00:1]",
    "[2002:7f00:1::]",
    "localhost",
  ])("%s is inside", async (host) => {
    await expect(openOutbound().address(host)).rejects.toMatchObject({ code: "outbound-refused" });
  });

  test("outside ones and allowed ones may be reached", async () => {
    await expect(openOutbound().address("8.8.8.8")).resolves.toEqual({ address: "8.8.8.8", family: 4 });
    await expect(openOutbound().address("[2606:4700::1111]")).resolves.toMatchObject({ family: 6 });
    await expect(openOutbound({ allow: ["10.1.0.0/16"] }).address("10.1.2.3")).resolves.toMatchObject({ address: "10.1.2.3" });
    await expect(openOutbound({ allow: ["10.1.0.0/16"] }).address("10.2.2.3")).rejects.toMatchObject({ code: "outbound-refused" });
  });

  test.each(["file:///etc/passwd", "gopher://x", "http://user:pass@example.com", "nonsense"])("%s is no address to ask", async (url) => {
    await expect(openOutbound().fetch({ url })).rejects.toMatchObject({ code: "outbound-failed" });
  });
});
