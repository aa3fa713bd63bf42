import { useQuery } from "@tanstack/react-query";
import type { tellWhy } from "../report/index.ts";
import { answerOf, patiently } from "./report.ts";

type Why = Parameters<typeof tellWhy>[0];

/** What made a KPI or CPI change between two periods of its series, over the dimensions that its data have. */
export function useWhy(of: string, from: string, to: string) {
  return useQuery({
    queryKey: ["why", of, from, to],
    queryFn: async ({ signal }) => {
      const address = `/api/why?${new URLSearchParams({ of, from, to, by: "auto" }).toString()}`;
      return (await answerOf(await fetch(address, { signal, headers: { accept: "application/json" } }))) as Why;
    },
    staleTime: 60_000,
    ...patiently,
  });
}
