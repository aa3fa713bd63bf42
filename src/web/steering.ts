import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Board, ToldWaiting } from "../report/index.ts";
import { answerOf, type Language, patiently, posted } from "./report.ts";

export interface Steering extends Board {
  /** the first due first */
  readonly waiting: readonly ToldWaiting[];
}

/** What a reader says of a cycle; null takes a key away. */
export interface Said {
  readonly cause?: string | null;
  readonly options?: readonly string[];
  readonly chosen?: string | null;
  readonly experiment?: string | null;
  readonly decided?: "start" | "stop" | "continue" | null;
  readonly effect?: string | null;
  readonly learning?: string | null;
  readonly closed?: string | null;
  readonly owner?: string | null;
  readonly due?: string | null;
}

export interface Written {
  readonly cycle: { readonly id: string };
  readonly file: string;
}

/** What waits for whom, and the steering cycles. */
export function useSteering(language: Language) {
  return useQuery({
    queryKey: ["steering", language],
    queryFn: async ({ signal }) =>
      (await answerOf(await fetch(`/api/steering?language=${language}`, { signal, headers: { accept: "application/json" } }))) as Steering,
    staleTime: 15_000,
    ...patiently,
  });
}

/** Writes what was said of a cycle, or of a KPI's next one, into the workspace. */
export function useStep(of: string, language: Language) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (said: Said) => (await posted(`/api/steering?language=${language}`, { of, said })) as Written,
    onSuccess: () =>
      Promise.all([client.invalidateQueries({ queryKey: ["steering"] }), client.invalidateQueries({ queryKey: ["report"] })]),
  });
}

/** Writes a comment on an indicator into the workspace. */
export function useComment(on: string, language: Language) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (said: { readonly by: string; readonly text: string }) =>
      (await posted(`/api/comment?language=${language}`, { on, ...said })) as Pick<Written, "file">,
    onSuccess: () =>
      Promise.all([client.invalidateQueries({ queryKey: ["steering"] }), client.invalidateQueries({ queryKey: ["report"] })]),
  });
}

/** Records a number that people keep by hand. */
export function useCheckin(indicator: string, language: Language) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (noted: { readonly period: string; readonly value: number; readonly note: string | null }) =>
      posted(`/api/checkin?language=${language}`, { indicator, ...noted }),
    onSuccess: () =>
      Promise.all([client.invalidateQueries({ queryKey: ["steering"] }), client.invalidateQueries({ queryKey: ["report"] })]),
  });
}
