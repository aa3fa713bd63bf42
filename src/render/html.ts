import type { Status } from "../judge/index.ts";
import { addsUp, attainedTitle, glyphs, headline, inert, lineText, sparkPaths, steeredTitle } from "../report/index.ts";
import { type Entry, moment, owner, type Page, phaseGroups, todo, why } from "./page.ts";
import { statusColours } from "./status.ts";
import { style } from "./style.ts";

/** The report as one file that needs nothing else: no script, no font, no address. Printed it is one page where the KPIs fit the budget. */
export function html(page: Page): Promise<Uint8Array> {
  const { report, language, say } = page;
  const text = `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${literal(report.workspace.name)}: ${literal(moment(page))}</title>
<style>${colours()}${style}</style>
</head>
<body>
<header>
<p class="where"><strong>${literal(report.workspace.name)}</strong> <span>${literal(moment(page))}</span></p>
<h1>${sentence(page)}</h1>
${heeded(page)}
</header>
<main>
${superKpi(page)}
${report.kpis.length === 0 ? "" : indicators(page, report.kpis, page.word.column.kpi, null)}
${report.cpis.length === 0 ? "" : indicators(page, report.cpis, page.word.column.cpi, say.cpis)}
${agreed(page)}
${steered(page)}
${scorecards(page)}
</main>
<footer>${made(page)}</footer>
</body>
</html>
`;
  return Promise.resolve(new TextEncoder().encode(text));
}

/** Text that a browser shows as it is, wherever it stands: between tags or in an attribute. */
export function literal(text: string): string {
  return inert(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

function colours(): string {
  const names = Object.keys(statusColours) as Status[];
  return `:root{${names.map((name) => `--${name}:light-dark(#${statusColours[name].ink},#${statusColours[name].dark});`).join("")}}`;
}

function sentence({ report, language }: Page): string {
  return headline(report, language)
    .map(({ text, strong, tone }) => {
      const shown = literal(text);
      if (strong) return `<strong>${shown}</strong>`;
      return tone === undefined ? shown : `<span class="${tone}">${shown}</span>`;
    })
    .join("");
}

/** What is wrong with the data, and what improves at the cost of something else: before the figures that it is about. */
function heeded({ report, word }: Page): string {
  const items = [
    ...report.quality.map(({ breaks, sentence: said }) => ({ severity: breaks ? ("error" as const) : ("warning" as const), said })),
    ...report.conflicts.map(({ sentence: said }) => ({ severity: "warning" as const, said })),
  ];
  if (items.length === 0) return "";
  const line = ({ severity, said }: (typeof items)[number]) =>
    `<li><strong class="${severity === "error" ? "behind" : "at-risk"}">${word.severity[severity][0]}</strong> ${literal(said)}</li>`;
  return `<ul class="heed">${items.map(line).join("")}</ul>`;
}

/** A number as people read it, and unrounded for whoever reads the file. */
function amount({ format }: Page, { unit }: Pick<Entry, "unit">, value: number | null): string {
  return value === null ? "–" : `<data value="${value}">${literal(format.value(value, unit, { round: true }))}</data>`;
}

function status({ word }: Page, { status }: Entry): string {
  return `<span class="status ${status}"><span aria-hidden="true">${glyphs[status]}</span> ${word.status[status]}</span>`;
}

function chance({ format }: Page, { chance, status }: Entry): string {
  if (chance === null) return "–";
  const share = Math.round(chance * 100);
  return `<data value="${chance}">${literal(format.chance(chance))}</data><span class="bar ${status}" aria-hidden="true"><i style="width:${share}%"></i></span>`;
}

function spark(page: Page, entry: Entry, width: number, height: number): string {
  const { say } = page;
  const paths = sparkPaths(entry, width, height);
  if (paths === null) return `<span class="muted">–</span>`;
  const line = (name: string, d: string) => (d === "" ? "" : `<path class="${name}" d="${d}"/>`);
  const label = `${say.graph}: ${entry.name}, ${say.per[entry.seriesGrain]}`;
  return `<svg class="spark" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" role="img" aria-label="${literal(label)}">${line("start", paths.start)}${line("history", paths.history)}${line("path", paths.path)}${line("current", paths.current)}${line("dot", paths.dot)}</svg>`;
}

function superKpi(page: Page): string {
  const { report, word, say, format } = page;
  const entry = report.kpis.find(({ id }) => id === report.superKpi);
  if (!entry) return "";
  const notes = [
    ...(entry.target === null ? [] : [say.target(format.value(entry.target.value, entry.unit))]),
    ...(entry.expected === null || entry.expected === entry.target?.value ? [] : [say.pathNow(format.value(entry.expected, entry.unit))]),
    ...(entry.period === null ? [] : [format.period(entry.period)]),
  ];
  return `<section class="super">
<h2>${literal(entry.name)} <span class="tag">${word.superKpi}</span></h2>
<div class="pair"><div><p class="number">${amount(page, entry, entry.value)}</p><p>${status(page, entry)}</p><p class="muted">${literal(notes.join(" · "))}</p></div>
<figure>${spark(page, entry, 640, 96)}<figcaption class="muted">${literal(say.chart(say.per[entry.seriesGrain]))}</figcaption></figure></div>
<p>${literal(why(page, entry))}</p>
</section>`;
}

function indicators(page: Page, entries: readonly Entry[], title: string, heading: string | null): string {
  const { word, say } = page;
  const { column } = word;
  const hasChance = entries.some((entry) => entry.chance !== null);
  const bodies = phaseGroups(page, entries).map(({ name, aim, entries: own }) => {
    const told = aim === null ? "" : `<small>${literal(aim)}</small>`;
    const phase = `<th scope="rowgroup" class="phase" rowspan="${own.length}">${literal(name)}${told}</th>`;
    return `<tbody>\n${own.map((entry, index) => line(page, entry, hasChance, index === 0 ? phase : "")).join("\n")}\n</tbody>`;
  });
  return `<section>
${heading === null ? "" : `<h2>${literal(heading)}</h2>`}
<div class="scroll" tabindex="0" role="region" aria-label="${literal(heading ?? title)}"><table>
<thead><tr><th scope="col" class="phase">${literal(say.column.phase)}</th><th scope="col">${literal(title)}</th><th scope="col">${column.status}</th><th scope="col">${literal(column.value)}, ${literal(column.target.toLowerCase())}</th><th scope="col" class="course">${literal(say.graph)}</th>${hasChance ? `<th scope="col">${column.chance}</th>` : ""}<th scope="col">${column.owner}</th></tr></thead>
${bodies.join("\n")}
</table></div>
</section>`;
}

function line(page: Page, entry: Entry, hasChance: boolean, phase: string): string {
  const { report, say, word } = page;
  const aim = (addsUp(entry) ? say.of : say.target)("");
  const target =
    entry.target === null
      ? ""
      : `${addsUp(entry) ? " " : " · "}<span class="muted">${literal(aim)}</span>${amount(page, entry, entry.target.value)}`;
  const expected =
    entry.expected === null || entry.expected === entry.target?.value
      ? ""
      : `<small>${literal(word.column.path.toLowerCase())} ${amount(page, entry, entry.expected)}</small>`;
  const tag = entry.id === report.superKpi && entry.kind === "kpi" ? ` <span class="tag">${word.superKpi}</span>` : "";
  const outcome = entry.outcome === null ? "" : `<small>“${literal(entry.outcome)}”</small>`;
  const late = entry.status === "behind" || entry.status === "missed" ? ` class="late"` : "";
  return `<tr${late} id="${entry.kind}-${literal(entry.id)}">${phase}<th scope="row">${literal(entry.name)}${tag}${outcome}</th><td>${status(page, entry)}</td><td class="amount"><strong>${amount(page, entry, entry.value)}</strong>${target}${expected}</td><td class="course">${spark(page, entry, 200, 32)}</td>${hasChance ? `<td class="chance">${chance(page, entry)}</td>` : ""}<td>${literal(owner(page, entry) ?? "–")}</td></tr>`;
}

/** What was agreed for the state that something is in, the KPIs that need it first. */
function agreed(page: Page): string {
  const { report, say } = page;
  const lines = [...report.kpis, ...report.cpis].flatMap((entry) => {
    const action = entry.status === "on-track" || entry.status === "achieved" ? null : todo(page, entry);
    return action === null ? [] : [`<li>${status(page, entry)} <strong>${literal(entry.name)}</strong> ${literal(action)}</li>`];
  });
  return `<section class="todo"><h2>${literal(say.todo)}</h2>${lines.length === 0 ? `<p>${literal(say.nothingToDo)}</p>` : `<ul>${lines.join("")}</ul>`}</section>`;
}

/** What was done about those that were off course, and what it taught. */
function steered({ report, language }: Page): string {
  if (report.steered.length === 0) return "";
  const names = new Map([...report.kpis, ...report.cpis].map(({ id, name }) => [id, name]));
  const items = report.steered.map(
    ({ kpi, sentence: said }) => `<li><strong>${literal(names.get(kpi) ?? kpi)}</strong> ${literal(said)}</li>`,
  );
  return `<section class="todo"><h2>${steeredTitle[language]}</h2><ul>${items.join("")}</ul></section>`;
}

/** Per team how far it is with what it may be held to, and what does not count yet. */
function scorecards({ report, language, format }: Page): string {
  if (report.attained.length === 0) return "";
  const teams = report.attained.map(({ name, sentence: said, rule, lines }) => {
    const parts = lines.map(
      (line) => `<small>${literal(`${line.name} (${format.value(line.weight, "percent")}): ${lineText(line, language)}`)}</small>`,
    );
    return `<li><strong>${literal(name)}</strong> ${literal(said)} <span class="muted">(${literal(rule)})</span>${parts.join("")}</li>`;
  });
  return `<section class="todo"><h2>${attainedTitle[language]}</h2><ul>${teams.join("")}</ul></section>`;
}

function made(page: Page): string {
  const { report, say } = page;
  const lines = [...report.kpis, ...report.cpis].map(
    (entry) =>
      `<dt>${literal(entry.name)}</dt><dd>${literal(entry.definitionInWords ?? entry.definition ?? say.noDefinition)} ${literal(why(page, entry))}</dd>`,
  );
  return lines.length === 0 ? "" : `<details><summary>${literal(say.made)}</summary><dl>${lines.join("")}</dl></details>`;
}
