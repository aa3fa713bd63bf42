import { addDays, type Day } from "../../calendar/index.ts";
import type { ConnectorOf } from "../../framework/index.ts";
import { type Connector, type Fetching, fractionOf, isRow, jsonOf, type Row, sourceBroken, untilWhole } from "./connector.ts";
import { spansSince } from "./span.ts";

type Settings = ConnectorOf<"matomo">;

const visitsMethod = "Live.getLastVisitsDetails";
const visitsPerPage = 500;

/** The Reporting API of Matomo: a report month by month, or the visits day by day. */
export const matomo: Connector<Settings> = {
  type: "matomo",
  whole: () => false,
  async *pages(fetching) {
    const { settings, cursor, known, today, write } = fetching;
    const isVisits = settings.method === visitsMethod;
    // Visits of today still move between pages.
    const last = isVisits ? addDays(today, -1) : today;
    if (known.size === 0) yield { name: "", ...(await write([])), columns: [isVisits ? "serverDate" : "date"] };
    // A week that begins in a month ends at most six days behind it.
    const settled = addDays(today, -settings.late - (settings.period === "week" ? 6 : 0));
    for (const { name, from, to, cursor: next } of spansSince(isVisits ? "day" : "month", settings.from, cursor, settled, last)) {
      const rows = isVisits ? await visitsOf(fetching, from) : await reportOf(fetching, from, to);
      yield { name, ...(await write(rows)), cursor: next };
    }
  },
};

async function ask(fetching: Fetching<Settings>, more: Readonly<Record<string, string>>): Promise<unknown> {
  const { settings, outbound } = fetching;
  const own = Object.entries(settings.parameters).map(([key, value]) => [key, String(value)] as const);
  const body = new URLSearchParams({
    ...Object.fromEntries(own),
    ...(settings.segment === undefined ? {} : { segment: settings.segment }),
    module: "API",
    format: "JSON",
    format_metrics: "0",
    language: "en",
    method: settings.method,
    idSite: String(settings.site),
    token_auth: outbound.secret(settings.token, "connector.token"),
    ...more,
  });
  const { text } = await outbound.fetch({
    url: `${settings.url.replace(/\/(index\.php)?$/, "")}/index.php`,
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: body.toString(),
  });
  const answer = jsonOf(fetching, text);
  // A mistake is answered with status 200.
  if (isRow(answer) && answer["result"] === "error") throw sourceBroken(fetching, outbound.redact(String(answer["message"])).slice(0, 200));
  return answer;
}

/** A report for each day, week or month: one row, or one for each label. */
async function reportOf(fetching: Fetching<Settings>, from: Day, to: Day): Promise<readonly Row[]> {
  const { period } = fetching.settings;
  const answer = await untilWhole(fetching, `days are missing, ${from}..${to}`, async () => {
    const found = await ask(fetching, { period, date: `${from},${to}`, filter_limit: "-1" });
    return isRow(found) && (period !== "day" || everyDay(from, to).every((day) => Object.hasOwn(found, day))) ? found : null;
  });
  return Object.entries(answer).flatMap(([label, found]) => {
    const date = /^\d{4}-\d\d-\d\d/.exec(label)?.[0] ?? `${label.slice(0, 7)}-01`;
    // A day on which nothing happened is an empty list, also where a report has one row.
    // A week stands in the month in which it begins.
    if (period === "week" && (date < from || date > to)) return [];
    const rows = Array.isArray(found) ? found : isRow(found) ? [found] : [{ value: found }];
    return rows.map((row) => {
      if (!isRow(row)) throw sourceBroken(fetching, `no rows on ${date}`);
      return { date, ...cleaned(row) };
    });
  });
}

/** Shares are texts with a percent sign, and what there is not is `false`. */
function cleaned(row: Row): Row {
  const cell = (key: string, value: unknown) => {
    if (value === false) return null;
    return key !== "label" && typeof value === "string" ? (fractionOf(value) ?? value) : value;
  };
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, cell(key, value)]));
}

async function visitsOf(fetching: Fetching<Settings>, day: Day): Promise<readonly Row[]> {
  return untilWhole(fetching, `the same visits on two pages of ${day}`, async () => {
    const visits = new Map<unknown, Row>();
    for (;;) {
      const page = await ask(fetching, {
        period: "day",
        date: day,
        filter_limit: String(visitsPerPage),
        filter_offset: String(visits.size),
        filter_sort_order: "asc",
      });
      if (!Array.isArray(page) || !page.every((one) => isRow(one) && one["idVisit"] !== undefined))
        throw sourceBroken(fetching, `no visits on ${day}`);
      // A short page may be one that was cut: only an empty one is the end.
      if (page.length === 0) return [...visits.values()];
      for (const visit of page as readonly Row[]) {
        if (visits.has(visit["idVisit"])) return null;
        visits.set(visit["idVisit"], visit);
      }
    }
  });
}

function everyDay(from: Day, to: Day): readonly Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}
