import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReportJson } from "../report/index.ts";

export type Language = ReportJson["workspace"]["language"];
export type Entry = ReportJson["kpis"][number];
export type Status = Entry["status"];
export type Unit = NonNullable<Entry["unit"]>;
export type Point = Entry["series"][number];
export type TreeNode = ReportJson["tree"]["nodes"][number];
export type TreeEdge = ReportJson["tree"]["edges"][number];

/** The server answered, and said no: `message` is its sentence. */
export class Refusal extends Error {}

/** A server that does not answer is asked once more; one that says no is not. */
export const patiently = {
  retry: (failures: number, error: Error): boolean => failures < 1 && !(error instanceof Refusal),
  retryDelay: 500,
};

async function fetchReport(language: Language, signal: AbortSignal): Promise<ReportJson> {
  const response = await fetch(`/api/report?language=${language}`, {
    signal,
    headers: { accept: "application/json" },
  });
  return (await answerOf(response)) as ReportJson;
}

/** What the server answered as JSON; throws its refusal. */
export async function answerOf(response: Response): Promise<unknown> {
  const body: unknown = await response.json();
  if (response.ok) return body;
  const message = (body as { error?: { message?: unknown } } | null)?.error?.message;
  throw new Refusal(typeof message === "string" ? message : `${response.status} ${response.statusText}`);
}

/** What the server answered to `body`; throws its refusal. */
export async function posted(address: string, body: object, signal?: AbortSignal): Promise<unknown> {
  const headers = { "content-type": "application/json" };
  return answerOf(await fetch(address, { method: "POST", headers, body: JSON.stringify(body), ...(signal && { signal }) }));
}

/**
 * The report in `language`. While another language arrives the present one stays, and where the
 * server does not answer the last report that did arrive stays, with the error beside it.
 */
export function useReport(language: Language) {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: ["report", language],
    queryFn: ({ signal }) => fetchReport(language, signal),
    placeholderData: keepPreviousData,
    staleTime: 15_000,
    ...patiently,
  });
  const { error, isError, isFetching, refetch } = query;
  const kept = isError
    ? client.getQueriesData<ReportJson>({ queryKey: ["report"] }).find(([, report]) => report !== undefined)?.[1]
    : undefined;
  return { data: query.data ?? kept, error, isError, isFetching, refetch };
}
