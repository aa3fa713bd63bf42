import { Readable } from "node:stream";
import { afterEach, expect, test } from "vitest";
import { type } from "./terminal.ts";

const stdin = Object.getOwnPropertyDescriptor(process, "stdin")!;
afterEach(() => Object.defineProperty(process, "stdin", stdin));

function pipe(text: string): void {
  Object.defineProperty(process, "stdin", { ...stdin, get: () => Readable.from([text]) });
}

test("a sentence as JSON, in an array", async () => {
  const { code, out, err } = await type("smart", "250 badkamers in Q2 2026", "--json", "--language", "nl");
  expect([code, err]).toEqual([0, ""]);
  expect(JSON.parse(out)).toEqual([
    {
      sentence: "250 badkamers in Q2 2026",
      kpi: { value: 250, unit: "badkamers", metric: "badkamers", direction: "up", from: "2026-04-01", to: "2026-06-30" },
      letters: {
        S: { ok: true, reason: "Je meet: badkamers." },
        M: { ok: true, reason: "De maat is 250 badkamers." },
        A: { ok: null, reason: "Er staat niet wie akkoord is. Schrijf erbij met wie je dit hebt afgesproken." },
        R: { ok: null, reason: "Er staat niet waarom dit haalbaar is. Schrijf erbij waar je nu staat of waardoor het lukt." },
        T: { ok: true, reason: "Het einde is 30 juni 2026." },
      },
    },
  ]);
});

test("text shows each letter with its reason, in the sentence's language", async () => {
  const { code, out } = await type("smart", "Sell 250 bathrooms, agreed with the board");
  expect(code).toBe(0);
  expect(out.split("\n").map((line) => line.trim())).toEqual([
    "Sell 250 bathrooms, agreed with the board",
    "S ✓ You measure: bathrooms.",
    "M ✓ The measure is 250 bathrooms.",
    "A ✓ Agreed by: board.",
    "R – It does not say why this is within reach. Add where you stand now, or what makes it work.",
    "T ✕ There is no end. Write when it must be reached, for instance by 31 December.",
    "",
  ]);
});

test("`-` reads standard input, one a line; exit 0 whatever the letters", async () => {
  pipe("Meer omzet\n\n250 bathrooms by June\n");
  const { code, out } = await type("smart", "-", "--json", "--as-of", "2026-02-10");
  expect(code).toBe(0);
  const readings = JSON.parse(out);
  expect(readings.map(({ sentence }: { sentence: string }) => sentence)).toEqual(["Meer omzet", "250 bathrooms by June"]);
  expect(readings[1].kpi.to).toBe("2026-06-30");
});

test("an end before the as-of day is judged only where that day is given", async () => {
  const judged = async (...options: string[]) =>
    JSON.parse((await type("smart", "250 badkamers in 2023", "--json", ...options)).out)[0].letters.R.ok;
  expect(await judged()).toBeNull();
  expect(await judged("--as-of", "2026-02-10")).toBe(false);
});

test("nothing on standard input is an empty answer", async () => {
  pipe("");
  expect(JSON.parse((await type("smart", "-", "--json")).out)).toEqual([]);
  pipe("");
  expect(await type("smart", "-")).toMatchObject({ code: 0, err: "" });
});

test("without a sentence the call is wrong", async () => {
  const { code, err } = await type("smart");
  expect(code).toBe(2);
  expect(err).toContain("bad-call");
});

test("control characters of the sentence do not reach the terminal", async () => {
  const { out } = await type("smart", "250 badkamers\u001b[2J in Q2 2026");
  expect(out).not.toContain("\u001b");
});
