import { addDays, type Day, shiftDay } from "../calendar/index.ts";
import { type Fact, factsOf, kpiNames, opportunitiesOf, type Opportunity, type Since } from "../discover/index.ts";
import { HelderError, type Language } from "../framework/index.ts";
import { formats } from "../locale/index.ts";
import type { Pictures } from "../report/index.ts";
import type { Session } from "../warehouse/index.ts";
import { fingerprintOf, keepRun, keptRuns, since } from "./discover/compare.ts";
import { type Bounds, count } from "./discover/count.ts";
import { detailOf } from "./discover/detail.ts";
import { writeExport } from "./discover/export.ts";
import { type Lines, makeLines } from "./discover/lines.ts";
import { picturesOf } from "./discover/pictures.ts";
import { forget } from "./discover/kept.ts";
import { hiddenContacts } from "./discover/private.ts";
import { type Written, writeOpportunities } from "./discover/write.ts";
import { type Source, type SourceOptions, withSources } from "./discover/sources.ts";

/** What a discovery does, in this order; some only where they are asked for. */
export type Step = "read" | "sales" | "year-before" | "count" | "detail" | "export" | "facts" | "keep" | "write";

export interface DiscoverRequest extends SourceOptions, Bounds {
  /** rows after it do not exist; null: the last day with rows */
  readonly asOf: Day | null;
  /** path of the file with a line for each active customer, `.xlsx` or `.csv` */
  readonly export: string | null;
  /** tells what stands in private columns too: in that file, and in facts about a product, a channel or a country; absent: hides it */
  readonly private?: boolean;
  readonly currency: string;
  /** told of each step when it begins */
  readonly begins?: (step: Step) => void;
  /** counts what the pictures of the story show */
  readonly pictures?: boolean;
  /** absent: keeps nothing */
  readonly keep?: Keep;
  /** makes KPIs of opportunities: of these, or (null) of as many as there is room for; absent: writes nothing */
  readonly write?: { readonly choose: readonly string[] | null; readonly into: string };
}

export interface Keep {
  /** folder in whose `.helder` the run is kept */
  readonly directory: string;
  /** whether to tell what changed since an earlier one */
  readonly compare: boolean;
  /** name of a run that was kept earlier, of the same files understood otherwise: this one takes its place */
  readonly instead?: string | null;
  /** told the name under which the run is kept; null where the same run was kept earlier */
  readonly kept?: (name: string | null) => void;
}

export interface Discovery {
  readonly asOf: Day;
  readonly mapping: {
    readonly files: readonly string[];
    /** column by role */
    readonly roles: Lines["roles"];
    /** lines that are no sale, by why */
    readonly excluded: Readonly<Record<string, number>>;
    /** equal lines beyond the first, which count */
    readonly duplicates: number;
  };
  readonly steps: {
    readonly profiles: { readonly customers: number; readonly withEmail: number | null; readonly duplicates: number };
    readonly registered: {
      readonly transactions: number;
      readonly registered: number;
      readonly share: number | null;
      readonly revenueShare: number | null;
    };
    readonly active: { readonly customers: number; readonly from: Day; readonly to: Day };
    /** file null where none was asked for */
    readonly export: { readonly file: string | null; readonly rows: number };
  };
  readonly facts: readonly Fact[];
  /** the most promising first; none where the data do not carry one */
  readonly opportunities: readonly Opportunity[];
  /** what changed since an earlier run, with the KPI that each opportunity makes; null where none was kept, or it was not asked for */
  readonly since: (Since & { readonly names: Readonly<Record<string, string>> }) | null;
  /** where they were asked for */
  readonly pictures?: Pictures;
  /** where it was asked for */
  readonly written?: Written;
}

/**
 * The steps from customer data to facts, from raw files or from a workspace's datasets. Throws HelderError `no-time-column`,
 * `no-customer-column`, `no-transactions`, `not-writable`, `private-column` (an export), and what reading a file throws.
 */
export function discover(request: DiscoverRequest): Promise<Discovery> {
  request.begins?.("read");
  return withSources(request, async (session, sources, { sniffed }) => {
    request.begins?.("sales");
    const lines = await makeLines(session, sources, request.asOf, request.private === true);
    const hidden = request.export === null || request.private === true ? new Set<string>() : hiddenContacts(lines.main, sources);
    if (lines.asOf === null) throw new HelderError("no-transactions", { files: sources.flatMap(({ files }) => files).join(", ") });
    const first = await told(session, sources, lines, lines.asOf, hidden, request);
    if (request.keep) request.begins?.("keep");
    const discovery = request.keep ? { ...first, ...(await compared(session, lines, first, request, request.keep)) } : first;
    if (!request.write) return discovery;
    request.begins?.("write");
    const written = await writeOpportunities({ ...request, ...request.write, sniffed }, lines, discovery.facts, discovery.opportunities);
    return { ...discovery, written };
  });
}

async function compared(
  session: Session,
  lines: Lines,
  { asOf, facts, opportunities }: Discovery,
  request: DiscoverRequest,
  { directory, compare, instead, kept }: Keep,
): Promise<Pick<Discovery, "since">> {
  const keeping = { directory, active: request.active, lapsed: request.lapsed, top: request.top };
  if (instead) await forget(directory, instead);
  const earlier = await keptRuns(directory);
  const fingerprint = await fingerprintOf(session);
  try {
    const { run, name, isNew } = await keepRun(keeping, asOf, fingerprint, facts, opportunities);
    kept?.(isNew ? name : null);
    if (!compare) return { since: null };
    const found = await since(session, lines, keeping, run, earlier, formats(request.language, request.currency));
    return { since: found && { ...found, names: kpiNames(request.language) } };
  } catch (error) {
    // Where nothing can be kept, the facts are there all the same.
    if (!compare && error instanceof HelderError && error.code === "not-writable") return { since: null };
    throw error;
  }
}

async function told(
  session: Session,
  sources: readonly Source[],
  lines: Lines,
  asOf: Day,
  hidden: ReadonlySet<string>,
  request: DiscoverRequest,
): Promise<Discovery> {
  request.begins?.("year-before");
  const before = await yearBefore(session, lines, asOf, request);
  request.begins?.("count");
  const counted = await count(session, lines, asOf, request);
  request.begins?.("detail");
  const figures = { ...counted, detail: await detailOf(session, lines, sources, counted, request) };
  const { language, currency } = request;
  const words = formats(language satisfies Language, currency);
  const excluded = await session.query(`SELECT reason, count(*) FROM line WHERE reason IS NOT NULL GROUP BY reason ORDER BY reason`);
  const shared = await session.query(`SELECT count(email) - count(DISTINCT email) FROM profile`);
  const share = (part: number | null, whole: number | null) => (part === null || whole === null || whole <= 0 ? null : part / whole);
  if (request.export !== null) request.begins?.("export");
  const rows = request.export === null ? null : await writeExport(session, lines, figures, request.export, hidden, language);
  request.begins?.("facts");
  return {
    asOf,
    mapping: {
      files: sources.flatMap(({ files }) => files),
      roles: lines.roles,
      excluded: Object.fromEntries(excluded.rows.map(([reason, lineCount]) => [String(reason), Number(lineCount)])),
      duplicates: sources.reduce((sum, { duplicates }) => sum + duplicates, 0),
    },
    steps: {
      profiles: { customers: figures.customers, withEmail: figures.withEmail, duplicates: lines.otherIds + Number(shared.rows[0]![0]) },
      registered: {
        transactions: figures.transactions,
        registered: figures.registered,
        share: share(figures.registered, figures.transactions),
        revenueShare: share(figures.registeredRevenue, figures.revenue),
      },
      active: { customers: figures.active, from: addDays(shiftDay(asOf, request.active, -1), 1), to: asOf },
      export: { file: request.export, rows: rows ?? figures.active },
    },
    facts: factsOf(figures, before, words),
    opportunities: opportunitiesOf(figures, before, words),
    since: null,
    ...(request.pictures ? { pictures: await picturesOf(session, lines, figures) } : {}),
  };
}

/** The figures of a year earlier, where the data hold the whole of the period that they look back on. */
async function yearBefore(session: Session, lines: Lines, asOf: Day, request: DiscoverRequest) {
  const then = shiftDay(asOf, { count: 1, unit: "year" }, -1);
  const { rows } = await session.query(`SELECT CAST(min(day) AS VARCHAR) FROM line WHERE reason IS NULL`);
  const first = rows[0]![0];
  return first !== null && String(first) <= addDays(shiftDay(then, request.active, -1), 1) ? count(session, lines, then, request) : null;
}
