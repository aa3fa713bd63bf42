import { announcedAddress } from "./address.ts";
import type { Engine, OpenOptions } from "./engine.ts";
import { type LocalEngine, localEngine } from "./local.ts";
import { answers, remoteEngine } from "./remote.ts";

/**
 * Opens a workspace for work: through the server that holds its warehouse where one is running, else in this process.
 * Throws HelderError `no-workspace`, `settings-unreadable`, `warehouse-busy`.
 */
export async function openEngine(directory: string, options: OpenOptions = {}): Promise<Engine> {
  const address = await announcedAddress(directory);
  if (address && (await answers(address))) return remoteEngine(directory, address, options.trace ?? null);
  return openLocalEngine(directory, options);
}

/** Opens a workspace in this process and no other: what the server does, once. */
export function openLocalEngine(directory: string, options: OpenOptions = {}): LocalEngine {
  return localEngine(directory, options);
}
