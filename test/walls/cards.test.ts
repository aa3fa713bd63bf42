import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { rooms } from "../../rooms.mjs";

test.each(Object.keys(rooms))("the room %s has a card of at most 25 lines", (room) => {
  const card = new URL(`../../src/${room}/README.md`, import.meta.url);
  expect(existsSync(card), `src/${room}/README.md`).toBe(true);
  const lines = readFileSync(card, "utf8").trimEnd().split("\n");
  expect(lines[0]).toMatch(/^# /);
  expect(lines.length).toBeLessThanOrEqual(25);
});
