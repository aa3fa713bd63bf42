import { randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, mkdtemp, readdir, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { HelderError } from "../framework/index.ts";

/** A file that was dropped on the page. */
export interface Upload {
  readonly id: string;
  /** as the user calls it, made safe */
  readonly name: string;
  readonly bytes: number;
  /** absolute, without links */
  readonly path: string;
}

/** Files that were dropped on the page, in a folder of this process that goes with it: nobody else's data stay behind. */
export interface Uploads {
  all(): readonly Upload[];
  /**
   * Takes a file in; one of the same name goes when it is there. `expected`: as many bytes as its sender says that it has. Throws HelderError
   * `upload-too-large`, `too-many-uploads`, `uploads-too-large`, `upload-no-room`; what was cut short leaves nothing.
   */
  take(name: string, content: Readable, expected?: number): Promise<{ readonly upload: Upload; readonly replaced: boolean }>;
  remove(id: string): Promise<void>;
  close(): Promise<void>;
}

const prefix = "helder-uploads-";
const gibibyte = 2 ** 30;

/** How much may wait: files, bytes of one, and bytes of all together. */
export interface UploadLimits {
  readonly files: number;
  readonly bytes: number;
  readonly together: number;
}

export function openUploads(
  { files, bytes: most, together }: UploadLimits = { files: 20, bytes: 4 * gibibyte, together: 8 * gibibyte },
): Uploads {
  let folder: Promise<string> | null = null;
  let uploads: readonly Upload[] = [];
  const arriving = new Map<string, number>();
  const root = () =>
    (folder ??= removeOrphans()
      .then(() => mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`)))
      .then((made) => realpath(made)));
  /** What will be there beside a file of this name. */
  const others = (name: string) => uploads.filter((upload) => upload.name !== name);
  function refuse(name: string, id: string, bytes: number): void {
    const limit = (value: number) => `${Math.floor(value / gibibyte)} GiB`;
    if (bytes > most) throw new HelderError("upload-too-large", { file: name, limit: limit(most) });
    const underway = [...arriving].reduce((sum, [other, size]) => (other === id ? sum : sum + size), 0);
    const waiting = others(name).reduce((sum, upload) => sum + upload.bytes, underway);
    if (waiting + bytes > together) throw new HelderError("uploads-too-large", { file: name, limit: limit(together) });
  }
  return {
    all: () => uploads,
    async take(typed, content, expected = 0) {
      const name = safeName(typed);
      const id = randomBytes(9).toString("base64url");
      const count = others(name).length + arriving.size;
      if (count >= files) throw new HelderError("too-many-uploads", { count });
      refuse(name, id, expected);
      arriving.set(id, expected);
      let place: string | null = null;
      let bytes = 0;
      async function* counted(): AsyncGenerator<Buffer> {
        // The stream is left whole when a file is refused halfway: a sender that is cut off never gets to read why.
        for await (const chunk of content.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
          bytes += chunk.length;
          refuse(name, id, bytes);
          arriving.set(id, Math.max(bytes, expected));
          yield chunk;
        }
      }
      try {
        place = join(await root(), id);
        await mkdir(place, { mode: 0o700 });
        await pipeline(counted, createWriteStream(join(place, name), { mode: 0o600, flags: "wx" }));
      } catch (error) {
        if (place !== null) await rm(place, { recursive: true, force: true });
        const { code } = error as NodeJS.ErrnoException;
        if (code === "ENOSPC" || code === "EDQUOT") throw new HelderError("upload-no-room", { file: name }, { cause: error });
        throw error;
      } finally {
        arriving.delete(id);
      }
      const upload = { id, name, bytes, path: join(place, name) };
      const before = uploads.filter((one) => one.name === name);
      uploads = [...others(name), upload];
      for (const one of before) await rm(dirname(one.path), { recursive: true, force: true });
      return { upload, replaced: before.length > 0 };
    },
    async remove(id) {
      const found = uploads.find((upload) => upload.id === id);
      uploads = uploads.filter((upload) => upload !== found);
      if (found && folder !== null) await rm(join(await folder, found.id), { recursive: true, force: true });
    },
    async close() {
      uploads = [];
      if (folder !== null) await rm(await folder, { recursive: true, force: true });
      folder = null;
    },
  };
}

/** What servers left behind that were killed: their number, which is in the name of the folder, is nobody's any more. */
async function removeOrphans(): Promise<void> {
  for (const name of await readdir(tmpdir()).catch(() => [])) {
    const [, pid] = /^helder-uploads-(\d+)-/.exec(name) ?? [];
    // A folder of somebody else cannot be removed, and need not be.
    if (pid !== undefined && !isAlive(Number(pid))) await rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => undefined);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

/** The last part of a path, without what a file system or a glob takes for something else; its ending tells how the file is read. */
export function safeName(typed: string): string {
  const last = typed.split(/[\\/]/).at(-1)!;
  const plain = last
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}._ -]+/gu, "_")
    .replace(/^[. ]+|[. ]+$/g, "");
  const ending = /(?:\.[a-zA-Z0-9]{1,8}){1,2}$/.exec(plain)?.[0] ?? "";
  const stem = plain.slice(0, plain.length - ending.length).slice(0, 80);
  return `${stem || "file"}${ending}`;
}
