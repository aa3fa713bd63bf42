import type { UseQueryResult } from "@tanstack/react-query";
import { type ReactNode, useEffect, useMemo } from "react";
import { useReport } from "../report.ts";
import { LoadedContext, loadedFrom, useLanguage } from "../say.ts";
import { Failure } from "./failure.tsx";
import { Loading } from "./loading.tsx";

/** Gives its page the report, or shows what comes, or what went wrong. */
export function WithReport({ children }: { children: ReactNode }) {
  const { language, suggest } = useLanguage();
  const { data, error, refetch, isFetching } = useReport(language);
  const own = data?.workspace.language;
  useEffect(() => {
    if (own !== undefined) suggest(own);
  }, [own, suggest]);
  const loaded = useMemo(() => (data === undefined ? null : loadedFrom(data, language)), [data, language]);
  if (loaded) return <LoadedContext value={loaded}>{children}</LoadedContext>;
  return <Awaited answer={{ error, refetch, isFetching }} />;
}

type Answer = Pick<UseQueryResult, "error" | "refetch" | "isFetching">;

/** What stands where an answer will: that it comes, or what went wrong. */
export function Awaited({ answer: { error, refetch, isFetching } }: { answer: Answer }) {
  return error ? <Failure error={error} retry={() => void refetch()} busy={isFetching} /> : <Loading />;
}

export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Helder`;
  }, [title]);
}
