// A process of its own that appends check-ins and prints the id of each as soon as it is acknowledged.
import { writeSync } from "node:fs";
import { openJournal } from "../../dist/journal/index.js";

const [directory = "", count, metric = ""] = process.argv.slice(2);
const journal = openJournal(directory);
for (let value = 0; value < Number(count); value++) {
  const { id } = journal.appendCheckin({ metric, from: "2026-01-01", to: "2026-01-31", value, note: null, at: "2026-02-01T09:00:00.000Z" });
  writeSync(1, `${id}\n`);
}
journal.close();
