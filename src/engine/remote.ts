import { type ErrorCode, errorKinds, HelderError, type Params } from "../framework/index.ts";
import type { Address } from "./address.ts";
import type { Engine, EngineCall, EngineMethod, LoadResult } from "./engine.ts";

interface Answer {
  readonly result?: unknown;
  readonly error?: { readonly code: string; readonly params: Params; readonly message: string };
  readonly trace?: readonly string[];
}

/** Whether the announced server answers with our secret; a stale file of a killed server does not. */
export async function answers(address: Address): Promise<boolean> {
  try {
    const response = await post(address, { method: "ping" }, AbortSignal.timeout(2_000));
    return response.ok;
  } catch {
    return false;
  }
}

/** The workspace as the running server works on it: DuckDB lets one process write, so the others ask that one. */
export function remoteEngine(directory: string, address: Address, trace: ((line: string) => void) | null): Engine {
  async function call(method: EngineMethod, request: unknown): Promise<never> {
    let answer: Answer;
    try {
      const response = await post(address, { method, request, trace: trace !== null });
      answer = (await response.json()) as Answer;
    } catch (cause) {
      throw new HelderError("server-gone", { reason: cause instanceof Error ? cause.message : String(cause) }, { cause });
    }
    for (const line of answer.trace ?? []) trace?.(line);
    if (answer.error) {
      const { code, params, message } = answer.error;
      throw code in errorKinds ? new HelderError(code as ErrorCode, params) : new HelderError("internal", { reason: message });
    }
    return answer.result as never;
  }
  return {
    directory,
    framework: () => call("framework", null),
    async load(request) {
      const result: LoadResult = await call("load", request);
      return { ...result, failures: result.failures.map(({ id, error }) => ({ id, error: new HelderError(error.code, error.params) })) };
    },
    query: (request) => call("query", request),
    sql: (request) => call("sql", request),
    dimensions: (request) => call("dimensions", request),
    identified: (request) => call("identified", request),
    run: (request) => call("run", request),
    checkin: (request) => call("checkin", request),
    experiments: (request) => call("experiments", request),
    planExperiment: (request) => call("planExperiment", request),
    createKey: (request) => call("createKey", request),
    erase: (request) => call("erase", request),
    erasures: () => call("erasures", null),
    close: () => Promise.resolve(),
  };
}

function post(address: Address, body: Partial<EngineCall> | { method: "ping" }, signal?: AbortSignal): Promise<Response> {
  return fetch(`http://127.0.0.1:${address.port}/api/engine`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${address.token}` },
    body: JSON.stringify(body),
    ...(signal ? { signal } : {}),
  });
}
