import { randomBytes } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Where the server that holds a workspace's warehouse can be reached, and the secret that only this user's processes can read. */
export interface Address {
  readonly port: number;
  readonly token: string;
  readonly pid: number;
}

const file = (directory: string) => join(directory, ".helder", "server.json");

export function newToken(): string {
  return randomBytes(24).toString("base64url");
}

/** Announces a running server to other processes of the same user (file mode 0600). */
export async function announce(directory: string, address: Address): Promise<void> {
  await mkdir(join(directory, ".helder"), { recursive: true });
  const temporary = `${file(directory)}.${address.pid}`;
  await writeFile(temporary, JSON.stringify(address), { mode: 0o600 });
  await rename(temporary, file(directory));
}

/** Takes the announcement back, if it still is this server's. */
export async function withdraw(directory: string, address: Address): Promise<void> {
  const announced = await announcedAddress(directory);
  if (announced?.token === address.token) await rm(file(directory), { force: true });
}

/** The announced server; null where there is none or the file is not ours. Says nothing about whether it still runs. */
export async function announcedAddress(directory: string): Promise<Address | null> {
  try {
    const read: unknown = JSON.parse(await readFile(file(directory), "utf8"));
    if (typeof read !== "object" || read === null) return null;
    const { port, token, pid } = read as Partial<Address>;
    return typeof port === "number" && typeof token === "string" && typeof pid === "number" ? { port, token, pid } : null;
  } catch {
    return null;
  }
}
