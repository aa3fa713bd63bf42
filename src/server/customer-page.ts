import type { CustomerValue } from "../engine/index.ts";
import type { Language } from "../framework/index.ts";
import { formats } from "../locale/index.ts";

const sentences = {
  nl: {
    title: (name: string) => `Wat ${name} voor je deed`,
    opening: (good: number, all: number) =>
      all === 0
        ? "Dit is wat we van je meten."
        : `Bij ${good} van de ${all} ${all === 1 ? "belofte" : "beloften"} ging het bij jou minstens zo goed als bij de meeste klanten.`,
    promise: "Wat je wilt",
    you: "Bij jou",
    others: "Bij de meeste klanten",
    better: "beter",
    worse: "minder goed",
    equal: "gelijk",
    few: "Te weinig andere klanten om mee te vergelijken",
    median: "“De meeste klanten” is de middelste van alle andere klanten: de helft heeft meer, de helft minder.",
    unmeasured: "Wat we niet van je weten",
    only: "Dit zijn alleen jouw cijfers. Geef de link niet door: wie hem heeft, ziet ze ook.",
  },
  en: {
    title: (name: string) => `What ${name} did for you`,
    opening: (good: number, all: number) =>
      all === 0
        ? "This is what we measure of you."
        : `On ${good} of ${all} ${all === 1 ? "promise" : "promises"} it went at least as well for you as for most customers.`,
    promise: "What you want",
    you: "For you",
    others: "For most customers",
    better: "better",
    worse: "less good",
    equal: "equal",
    few: "Too few other customers to compare with",
    median: "“Most customers” is the middle one of all other customers: half have more, half have less.",
    unmeasured: "What we do not know of you",
    only: "These are your figures only. Do not pass the link on: who has it sees them too.",
  },
} as const;

/** One page without anything from elsewhere: the sentence, what was delivered on each CPI beside the median, and what is not known. */
export function customerPage({ workspace, currency, cpis }: CustomerValue, language: Language): string {
  const say = sentences[language];
  const format = formats(language, currency);
  const known = cpis.flatMap((cpi) => (cpi.value === null ? [] : [{ ...cpi, value: cpi.value }]));
  const compared = known.flatMap(({ others }) => others ?? []);
  const rows = known.map(({ name, outcome, unit, value, others }) => {
    const most = others === null ? 0 : Math.max(value, others.median);
    const bar = (amount: number, mark: string) =>
      others === null || Math.min(value, others.median) < 0 || most === 0
        ? ""
        : `<i class="bar ${mark}" style="width:${Math.round((100 * amount) / most)}%"></i>`;
    const word = others === null ? "" : others.equal ? `= ${say.equal}` : others.better ? `▲ ${say.better}` : `▼ ${say.worse}`;
    const other =
      others === null
        ? `<span class="soft">${say.few}</span>`
        : `${literal(format.value(others.median, unit))}${bar(others.median, "all")}`;
    return `<tr><th scope="row">${literal(outcome ?? name)}${outcome === null ? "" : `<small>${literal(name)}</small>`}</th><td><strong>${literal(format.value(value, unit))}</strong> <span class="word">${word}</span>${bar(value, "own")}</td><td data-title="${say.others}">${other}</td></tr>`;
  });
  const unknown = cpis.flatMap(({ name, outcome, reason }) =>
    reason === null ? [] : [`<li>${literal(outcome ?? name)} <small>${literal(reason.sentence)}</small></li>`],
  );
  const good = compared.filter(({ better, equal }) => better || equal).length;
  return page(
    language,
    say.title(workspace),
    `<p class="where">${literal(say.title(workspace))}</p><h1>${literal(say.opening(good, compared.length))}</h1>
<table><thead><tr><th scope="col">${say.promise}</th><th scope="col">${say.you}</th><th scope="col">${say.others}</th></tr></thead><tbody>${rows.join("")}</tbody></table>
${compared.length > 0 ? `<p class="soft">${literal(say.median)}</p>` : ""}
${unknown.length > 0 ? `<h2>${say.unmeasured}</h2><ul>${unknown.join("")}</ul>` : ""}
<footer class="soft">${literal(say.only)}</footer>`,
  );
}

/** Says why nothing is shown. */
export function refusalPage(sentence: string, language: Language): string {
  return page(language, "Helder", `<h1>${literal(sentence)}</h1>`);
}

function page(language: Language, title: string, content: string): string {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer"><title>${literal(title)}</title><style>${style}</style></head><body><main>${content}</main></body></html>`;
}

const style = `
:root{color-scheme:light dark;--paper:light-dark(#fbfaf7,#141619);--ink:light-dark(#1a1c1f,#eeece6);--soft:light-dark(#55595f,#b0b3b8);--line:light-dark(#e4e0d8,#2d3136);--all:light-dark(#8f8b81,#666b72)}
*{box-sizing:border-box;margin:0}
body{background:var(--paper);color:var(--ink);font:16px/24px ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",sans-serif;font-variant-numeric:tabular-nums}
main{max-width:880px;margin:0 auto;padding:48px 32px 72px}
.where,.soft,small{color:var(--soft)}
h1{font-size:28px;line-height:36px;font-weight:600;margin:8px 0 40px;max-width:26em;text-wrap:pretty}
h2{font-size:18px;line-height:24px;margin:48px 0 8px;padding-top:12px;border-top:1px solid var(--ink)}
table{border-collapse:collapse;width:100%;table-layout:fixed;margin-bottom:16px}
th,td{text-align:left;vertical-align:top;padding:12px 24px 12px 0;border-top:1px solid var(--line);font-weight:400}
thead th{border:0;color:var(--soft);font-size:14px;line-height:20px}
thead th:first-child{width:46%}
th[scope=row]{font-weight:600}
small{display:block;font-size:14px;line-height:20px;font-weight:400}
.word{white-space:nowrap;font-size:14px}
.bar{display:block;height:6px;margin-top:8px;background:var(--all)}.own{background:var(--ink)}
ul{list-style:none;padding:0}li{padding:12px 0;border-top:1px solid var(--line)}li:first-child{border:0}
footer{margin-top:48px;font-size:14px;line-height:20px}
@media (max-width:640px){main{padding:24px 16px 48px}h1{font-size:20px;line-height:28px;margin-bottom:24px}thead{display:none}table,tbody,tr,th,td{display:block}th,td{border:0;padding:0 0 8px}tr{border-top:1px solid var(--line);padding:12px 0}td[data-title]::before{content:attr(data-title) ": ";color:var(--soft)}}
@media print{:root{color-scheme:light;--paper:#fff}main{padding:0}tr{break-inside:avoid}.bar{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;

function literal(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
