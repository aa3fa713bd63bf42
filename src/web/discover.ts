import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Discovered, DiscoverState, TakenFile, Understood } from "../report/index.ts";
import { answerOf, type Language, patiently } from "./report.ts";

/** What the reader says the columns of a file are about, by the file's id and the column's name; null: nothing that is used. */
export type Corrections = Readonly<Record<string, Readonly<Record<string, string | null>>>>;

/** Which sheet of a workbook is read, by the file's id, where the reader chose one. */
export type ChosenSheets = Readonly<Record<string, string>>;

export type Chance = Discovered["opportunities"][number];

/** What was asked, so that the page knows when the answer is of before a change. */
export interface Asked {
  readonly files: readonly string[];
  readonly roles: Corrections;
  readonly sheets: ChosenSheets;
}

const once = { retry: false, refetchOnWindowFocus: false } as const;
const json = { "content-type": "application/json" } as const;

async function post(path: string, language: Language, body: object): Promise<unknown> {
  return answerOf(await fetch(`${path}?language=${language}`, { method: "POST", headers: json, body: JSON.stringify(body) }));
}

/** The files that wait and what is being done; asked again and again while something is. */
export function useDiscoverState(isBusy: boolean) {
  return useQuery({
    queryKey: ["discover", "state"],
    queryFn: async ({ signal }) => (await answerOf(await fetch("/api/discover", { signal }))) as DiscoverState,
    refetchInterval: isBusy ? 700 : false,
    ...patiently,
  });
}

/** What was understood; that of before a change stays until it is understood anew. */
export function useUnderstood(files: readonly string[], sheets: ChosenSheets, language: Language) {
  return useQuery({
    queryKey: ["discover", "understood", language, files, sheets],
    queryFn: async () =>
      ((await post("/api/discover/understood", language, { sheets })) as { readonly understood: readonly Understood[] }).understood,
    enabled: files.length > 0,
    staleTime: Infinity,
    placeholderData: keepPreviousData,
    ...once,
  });
}

/** What a call says of the files. */
function readAs({ roles, sheets }: Asked): Pick<Asked, "roles" | "sheets"> {
  return { roles, sheets };
}

/** The six steps over what was asked for; null: nothing yet. */
export function useDiscovered(asked: Asked | null, language: Language) {
  return useQuery({
    queryKey: ["discover", "run", language, asked],
    queryFn: async () => (await post("/api/discover/run", language, readAs(asked!))) as Discovered,
    enabled: asked !== null,
    staleTime: Infinity,
    ...once,
  });
}

export function useRefresh(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ["discover", "state"] });
}

export async function sendFile(file: File, language: Language): Promise<TakenFile> {
  const address = `/api/discover/files?${new URLSearchParams({ name: file.name, language }).toString()}`;
  const headers = { "content-type": "application/octet-stream" };
  return (await answerOf(await fetch(address, { method: "POST", headers, body: file }))) as TakenFile;
}

export async function removeFile(id: string): Promise<void> {
  await answerOf(await fetch(`/api/discover/files/${encodeURIComponent(id)}`, { method: "DELETE", headers: json, body: "{}" }));
}

/** Makes KPIs of opportunities in the workspace's files. */
export async function accept(
  choose: readonly string[],
  asked: Asked,
  language: Language,
): Promise<{ readonly id: string | null; readonly files: readonly string[]; readonly kpis: readonly string[] }> {
  return (await post("/api/discover/write", language, { choose, ...readAs(asked) })) as Awaited<ReturnType<typeof accept>>;
}

/** Takes back one write, by its id; refused where anything was written after it. */
export async function takeBack(id: string, language: Language): Promise<void> {
  await post("/api/discover/undo", language, { id });
}

/** Where the customers can be had as a file. */
export function exportAddress(format: "xlsx" | "csv", isPrivate: boolean, asked: Asked, language: Language): string {
  const said = Object.entries(readAs(asked)).flatMap(([name, value]) =>
    Object.keys(value).length === 0 ? [] : [[name, JSON.stringify(value)] as const],
  );
  return `/api/discover/export?${new URLSearchParams({ format, language, ...(isPrivate ? { private: "1" } : {}), ...Object.fromEntries(said) }).toString()}`;
}
