import { figureSvg, type Step, type Story, type StoryCell, type StoryTable } from "../../report/index.ts";
import { literal } from "../html.ts";
import { storyWords } from "./words.ts";
import { storyStyle } from "./style.ts";

/** Pixels of a picture on a desk and on a phone: both stand in the page, and one of them is shown. */
const [wide, small] = [760, 340];

/** The story as one file that needs nothing else: no script, no font, no address. */
export function storyHtml(story: Story): string {
  const { language, title, moment, sentence, steps } = story;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${literal(title)}: ${literal(moment)}</title>
<style>${storyStyle}</style>
</head>
<body>
<header>
<p class="where"><strong>${literal(title)}</strong> <span>${literal(moment)}</span></p>
<h1>${literal(sentence)}</h1>
<nav aria-label="${literal(storyWords[language].contents)}"><ol>${steps.map((step) => `<li><a href="#${step.id}">${literal(step.title)}</a></li>`).join("")}</ol></nav>
</header>
<main>
${steps.map((step, index) => told(step, index + 1, story)).join("\n")}
</main>
</body>
</html>
`;
}

function told({ id, title, sentence, picture, missing, tables, folded }: Step, number: number, { language }: Story): string {
  const word = storyWords[language];
  const drawn =
    picture === null
      ? `<p class="muted">${literal(missing ?? "")}</p>`
      : `<figure><figcaption>${literal(picture.finding)}</figcaption><div role="img" aria-label="${literal(picture.finding)}"><div class="wide">${figureSvg(picture.figure, wide)}</div><div class="small">${figureSvg(picture.figure, small)}</div></div></figure>`;
  const withheld =
    folded === null
      ? ""
      : `<details><summary>${literal(folded.sentence)}</summary><ul>${folded.lines.map((line) => `<li>${literal(line)}</li>`).join("")}</ul></details>`;
  return `<section id="${id}">
<h2><span class="number">${number}</span> ${literal(title)}</h2>
<p class="sentence">${literal(sentence)}</p>
${drawn}
${tables.map((one) => (one.aside ? `<details><summary>${literal(one.name)}</summary>${table(one, word.table)}</details>` : `<h3>${literal(one.name)}</h3>${table(one, word.table)}`)).join("\n")}
${withheld}
</section>`;
}

function table({ name, columns, rows }: StoryTable, kind: string): string {
  const heads = columns.map(({ title, kind: is }) => `<th scope="col"${is === "number" ? ` class="amount"` : ""}>${literal(title)}</th>`);
  const line = (row: readonly StoryCell[]): string =>
    `<tr>${row
      .map((cell, index) => {
        const is = columns[index]!.kind;
        if (index === 0) return `<th scope="row"${is === "long" ? ` class="long"` : ""}>${literal(cell.text)}</th>`;
        if (is !== "number")
          return `<td data-head="${literal(columns[index]!.title)}"${is === "long" ? ` class="long"` : ""}>${literal(cell.text)}</td>`;
        const shown = typeof cell.value === "number" ? `<data value="${cell.value}">${literal(cell.text)}</data>` : literal(cell.text);
        return `<td class="amount" data-head="${literal(columns[index]!.title)}">${shown}</td>`;
      })
      .join("")}</tr>`;
  return `<div class="scroll" tabindex="0" role="region" aria-label="${literal(`${kind}: ${name}`)}"><table class="${shape(columns)}"><thead><tr>${heads.join("")}</tr></thead><tbody>${rows.map(line).join("")}</tbody></table></div>`;
}

/** How a table stands on the page: `told` begins with a sentence, `short` has few columns. */
function shape(columns: StoryTable["columns"]): string {
  if (columns[0]?.kind === "long") return "told";
  if (columns.some(({ shown }) => shown === "heat")) return "map";
  return columns.some(({ kind }) => kind === "long") ? "texts" : columns.length <= 4 ? "short" : "many";
}
