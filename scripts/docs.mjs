// Writes the pages of docs/ that say what a table in the code says: `npm run docs`. A test fails while they differ.
import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

/** @typedef {{exit: number, http: number, sentences: {nl: string, en: string}}} ErrorKind */

/**
 * @param {Readonly<Record<string, ErrorKind>>} kinds
 * @returns {string} docs/errors.md
 */
export function errorsPage(kinds) {
  const rows = Object.entries(kinds)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, { exit, http, sentences }]) => `| \`${code}\` | ${exit} | ${http} | ${cell(sentences.en)} | ${cell(sentences.nl)} |`);
  return `# Errors

An operation that failed ends in one of these. The command line prints \`code: sentence\` on stderr and exits with the code under *exit*; with
\`--json\` it prints \`{"error": {"code", "message"}}\`; the web server answers the same with the status under *http*. A word in braces is filled in.
What is wrong in the content of a workspace is no error but a finding: \`helder check\`.

Written by \`npm run docs\` from \`src/framework/error.ts\`.

| code | exit | http | sentence | in Dutch |
| --- | --- | --- | --- | --- |
${rows.join("\n")}
`;
}

/** @param {string} sentence */
function cell(sentence) {
  return sentence.replaceAll("|", "\\|").replaceAll("<", "&lt;");
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { errorKinds } = await import("../dist/framework/index.js");
  writeFileSync(new URL("../docs/errors.md", import.meta.url), errorsPage(errorKinds));
}
