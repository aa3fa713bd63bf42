import { beforeAll, describe, expect, test } from "vitest";
import { daysBetween } from "../../src/calendar/index.ts";
import { simulationLaws } from "./laws.ts";
import { readCsv, type Row, simulatedTexts } from "./rows.ts";

describe("the gym's data", () => {
  const today = "2026-11-22";
  let texts: Map<string, string>;
  const read = new Map<string, Row[]>();
  const rows = (name: string): Row[] => {
    if (!read.has(name)) read.set(name, readCsv(texts.get(`data/${name}.csv`)!));
    return read.get(name)!;
  };
  const share = (of: readonly Row[], yes: (row: Row) => boolean): number => of.filter(yes).length / of.length;
  const variants = (name: string, id: string): Map<string, string> => new Map(rows(name).map((row) => [row[id]!, row["variant"]!]));
  beforeAll(() => {
    texts = simulatedTexts("sportschool", { seed: 5, today });
  });

  simulationLaws("sportschool", { seed: 5, today }, () => texts, { most: 120_000 });

  test("hangs together: members return after they start, pay their first month and are asked while they are members", () => {
    const members = new Map(rows("members").map((row) => [row["member_id"]!, row]));
    for (const { member_id: id, started_on: start, returned_on: back, ended_on: end } of members.values()) {
      if (back !== "" && back! <= start!) throw new Error(`${id} returned before the start`);
      if (end !== "" && daysBetween(start!, end!) < 28) throw new Error(`${id} ended in the first month`);
    }
    for (const [name, column] of [
      ["waits", "scanned_at"],
      ["survey", "answered_on"],
    ] as const) {
      for (const row of rows(name)) {
        const { started_on: start, ended_on: end } = members.get(row["member_id"]!)!;
        const day = row[column]!.slice(0, 10);
        if (day < start! || (end !== "" && day >= end!)) throw new Error(`${name}: no member ${row["member_id"]} on ${day}`);
      }
    }
    for (const row of rows("trials")) {
      const waited = row["joined_on"] === "" ? 0 : daysBetween(row["trial_on"]!, row["joined_on"]!);
      if (waited < 0 || waited > 13) throw new Error(`${row["trial_id"]} joined after ${waited} days`);
    }
  });

  test("the members of a month are those in the register", () => {
    for (const month of ["2024-02-01", "2026-11-01"]) {
      const present = rows("members").filter((row) => row["started_on"]! < month && (row["ended_on"] === "" || row["ended_on"]! >= month));
      const counted = rows("membership-months").filter((row) => row["month"] === month);
      expect(counted.reduce((sum, row) => sum + Number(row["members"]), 0)).toBe(present.length);
      const daytime = counted.filter((row) => row["subscription"] === "daytime");
      expect(daytime.reduce((sum, row) => sum + Number(row["fees"]), 0)).toBeCloseTo(
        present.filter((row) => row["subscription"] === "daytime").length * 24.95,
        6,
      );
    }
  });

  test("has the flaws of real exports", () => {
    expect(rows("trials").length - new Set(rows("trials").map((row) => row["trial_id"])).size).toBeGreaterThan(5);
    expect(share(rows("trials"), (row) => row["plan_made"] === "")).toBeGreaterThan(0.02);
    expect(share(rows("survey"), (row) => row["recommend"] === "")).toBeGreaterThan(0.03);
    const counted = new Set(rows("occupancy").map((row) => row["opened_at"]!.slice(0, 10)));
    expect(counted.has("2026-08-29") || counted.has("2026-08-30")).toBe(false);
    expect(counted.has("2026-08-28") && counted.has("2026-08-31")).toBe(true);
  });

  test("the campaign fills the evenings and nothing else", () => {
    const guests = (evening: boolean, from: string, to: string): number => {
      const hours = rows("occupancy").filter(({ opened_at: at }) => at! >= from && at! < to && at!.slice(11, 13) >= "17" === evening);
      return hours.reduce((sum, row) => sum + Number(row["guests"]), 0) / hours.length;
    };
    expect(guests(true, "2026-10-13", "2026-11-23") / guests(true, "2026-10-01", "2026-10-13")).toBeGreaterThan(1.1);
    expect(guests(false, "2026-10-13", "2026-11-23") / guests(false, "2026-10-01", "2026-10-13")).toBeLessThan(1.05);
  });

  test("the finished experiments show what the framework builds on", () => {
    const planned = variants("plan-test", "visitor_id");
    const joined = (variant: string) =>
      share(
        rows("trials").filter((row) => planned.get(row["visitor_id"]!) === variant),
        (row) => row["joined_on"] !== "",
      );
    expect(joined("B") / joined("A")).toBeGreaterThan(1.25);
    const passed = variants("access-test", "member_id");
    const returned = (variant: string) =>
      share(
        rows("members").filter((row) => passed.get(row["member_id"]!) === variant),
        (row) => row["returned_on"] !== "" && daysBetween(row["started_on"]!, row["returned_on"]!) <= 7,
      );
    expect(returned("B") / returned("A")).toBeGreaterThan(1.2);
    expect(variants("reserve-test", "member_id").size).toBeGreaterThan(100);
  });
});
