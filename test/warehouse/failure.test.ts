import { expect, test } from "vitest";
import { statementFailure } from "../../src/warehouse/failure.ts";

test("a database that a fatal error closed tells that error, not that it is closed", () => {
  const closed = "FATAL Error: Failed: database has been invalidated because of a previous fatal error. The database must be restarted.";
  const reasonOf = (text: string) => statementFailure(new Error(text)).params["reason"];
  expect(reasonOf(`${closed}\nOriginal error: "Could not write file "x.wal": No space left on device\nhere"`)).toBe(
    'Could not write file "x.wal": No space left on device',
  );
  expect(reasonOf(closed)).toBe(closed);
  expect(reasonOf("Binder Error: no such column\nLINE 1: …")).toBe("Binder Error: no such column");
});
