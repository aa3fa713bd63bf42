import { mkdir } from "node:fs/promises";
import { type Framework, HelderError } from "../framework/index.ts";
import { openWarehouse, type Warehouse } from "../warehouse/index.ts";
import { clickhouseOptions } from "./environment.ts";

/** The warehouse that an engine holds: opened when it is first asked for. */
export interface HeldWarehouse {
  /** As the settings say now: who changes them need not start anew. Throws what `openWarehouse` throws. */
  open(framework: Framework): Promise<Warehouse>;
  /** closes it, so that the next `open` opens it anew */
  discard(): Promise<void>;
  /** What a warehouse that breaks has not done is done with a new one, once: all that belongs in one can be made again. */
  unbroken<T>(work: () => Promise<T>): Promise<T>;
}

/** `prepare` is done before each opening; `directory` is `.helder`, absolute. */
export function heldWarehouse(
  directory: string,
  prepare: (framework: Framework) => Promise<void>,
  progress: ((line: string) => void) | undefined,
): HeldWarehouse {
  let opened: { readonly wanted: string; readonly warehouse: Promise<Warehouse> } | null = null;
  let discarded = 0;

  async function made(framework: Framework): Promise<Warehouse> {
    try {
      await mkdir(directory, { recursive: true });
    } catch (cause) {
      throw new HelderError("not-writable", { path: directory, reason: cause instanceof Error ? cause.message : String(cause) }, { cause });
    }
    await prepare(framework);
    const { warehouse } = framework.settings;
    return openWarehouse(directory, warehouse === "duckdb" ? {} : { clickhouse: clickhouseOptions(warehouse.clickhouse, process.env) });
  }

  async function open(framework: Framework): Promise<Warehouse> {
    const wanted = JSON.stringify(framework.settings.warehouse);
    if (opened !== null && opened.wanted !== wanted) await discard();
    if (opened === null) {
      const warehouse = made(framework);
      opened = { wanted, warehouse };
      // A failed opening may succeed later (another process lets go): it is not remembered.
      warehouse.catch(() => {
        if (opened?.warehouse === warehouse) opened = null;
      });
    }
    return opened.warehouse;
  }

  async function discard(): Promise<void> {
    const held = await opened?.warehouse.catch(() => null);
    opened = null;
    discarded++;
    await held?.close();
  }

  async function discardedAsBroken(): Promise<boolean> {
    const reason = (await opened?.warehouse.catch(() => null))?.broken() ?? null;
    if (reason === null) return false;
    progress?.(`.helder/warehouse.duckdb: ${reason}`);
    await discard();
    return true;
  }

  async function unbroken<T>(work: () => Promise<T>): Promise<T> {
    const before = discarded;
    try {
      const done = await work();
      if (!(await discardedAsBroken())) return done;
    } catch (error) {
      // Who fetches from a source has no turn, and may come back to a warehouse that another found broken.
      if (!(await discardedAsBroken()) && discarded === before) throw error;
    }
    return work();
  }

  return { open, discard, unbroken };
}
