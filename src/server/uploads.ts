import { randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, mkdtemp, readdir, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
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
  /** Throws HelderError `upload-too-large`, `too-many-uploads`; what was cut short leaves nothing. */
  take(name: string, content: Readable): Promise<Upload>;
  remove(id: string): Promise<void>;
  close(): Promise<void>;
}

const prefix = "helder-uploads-";
const mostFiles = 20;
const gibibyte = 2 ** 30;

export function openUploads(mostBytes = 4 * gibibyte): Uploads {
  let folder: Promise<string> | null = null;
  let uploads: readonly Upload[] = [];
  let underway = 0;
  const root = () =>
    (folder ??= removeOrphans()
      .then(() => mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`)))
      .then((made) => realpath(made)));
  return {
    all: () => uploads,
    async take(typed, content) {
      if (uploads.length + underway >= mostFiles) throw new HelderError("too-many-uploads", { count: uploads.length + underway });
      underway++;
      const name = safeName(typed);
      const id = randomBytes(9).toString("base64url");
      let place: string | null = null;
      let bytes = 0;
      async function* counted(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
        for await (const chunk of chunks) {
          bytes += chunk.length;
          if (bytes > mostBytes)
            throw new HelderError("upload-too-large", { file: name, limit: `${Math.floor(mostBytes / gibibyte)} GiB` });
          yield chunk;
        }
      }
      try {
        place = join(await root(), id);
        await mkdir(place, { mode: 0o700 });
        await pipeline(content, counted, createWriteStream(join(place, name), { mode: 0o600, flags: "wx" }));
      } catch (error) {
        if (place !== null) await rm(place, { recursive: true, force: true });
        throw error;
      } finally {
        underway--;
      }
      const upload = { id, name, bytes, path: join(place, name) };
      uploads = [...uploads, upload];
      return upload;
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
