import { type ChildProcess, execFileSync, spawn, type SpawnOptions } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

export interface Databases {
  readonly postgres: number;
  readonly mariadb: number;
  readonly certificate: string;
  stop(): Promise<void>;
}

const isRoot = process.getuid?.() === 0;
/** Neither server runs as root. */
const nobody = 65_534;
const owner: SpawnOptions = isRoot ? { uid: nobody, gid: nobody } : {};

/** Two servers on free ports of loopback, with users `reader` (password `s3cret-words`). Throws where they do not come up. */
export async function startDatabases(): Promise<Databases> {
  const postgresPrograms = installed("postgresql", () =>
    readdir("/usr/lib/postgresql")
      .map((version) => `/usr/lib/postgresql/${version}/bin`)
      .find((folder) => existsSync(`${folder}/initdb`)),
  );
  const mariadbd = installed("mariadb-server", () => ["/usr/sbin/mariadbd", "/usr/bin/mariadbd"].find((path) => existsSync(path)));
  const base = mkdtempSync(join(tmpdir(), "helder-databases-"));
  chown(base);
  const certificate = certify(base);
  const [postgres, mariadb] = [await freePort(), await freePort()];
  const running: ChildProcess[] = [];
  const stop = async () => {
    for (const server of running) {
      const gone = once(server, "exit").then(() => true);
      // Both end at once at this signal, with all that they started.
      if (server.exitCode !== null || !server.kill("SIGQUIT") || (await Promise.race([gone, sleep(10_000, false)]))) continue;
      server.kill("SIGKILL");
      await gone;
    }
    rmSync(base, { recursive: true, force: true });
  };
  try {
    running.push(await startPostgres(postgresPrograms, join(base, "postgres"), postgres, base));
    running.push(await startMariadb(mariadbd, join(base, "mariadb"), mariadb, base));
  } catch (error) {
    await stop();
    throw error;
  }
  return { postgres, mariadb, certificate, stop };
}

/** A program of a Debian package, which root installs where it is missing. */
function installed(name: string, find: () => string | undefined): string {
  if (find() === undefined && isRoot) {
    const options = { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } } as const;
    execFileSync("apt-get", ["update", "-qq"], options);
    execFileSync("apt-get", ["install", "-qq", "-y", "--no-install-recommends", name], options);
  }
  const found = find();
  if (found === undefined) throw new Error(`${name} is not installed, and only root can install it`);
  return found;
}

async function startPostgres(programs: string, data: string, port: number, base: string): Promise<ChildProcess> {
  const words = { cwd: base, stdio: "pipe", ...owner } as const;
  execFileSync(
    `${programs}/initdb`,
    ["-D", data, "-U", "admin", "--auth-local=trust", "--auth-host=scram-sha-256", "-E", "UTF8", "--no-sync"],
    words,
  );
  const settings = {
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: base,
    ssl: "on",
    ssl_cert_file: join(base, "server.pem"),
    ssl_key_file: join(base, "server.key"),
    fsync: "off",
    timezone: "America/New_York",
  };
  const server = spawn(
    `${programs}/postgres`,
    ["-D", data, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])],
    {
      cwd: base,
      stdio: "ignore",
      ...owner,
    },
  );
  await comesUp("PostgreSQL", port, server);
  const psql = (sql: string) =>
    execFileSync(`${programs}/psql`, ["-h", base, "-p", String(port), "-U", "admin", "-d", "postgres", "-c", sql], words);
  await retried(() => psql("CREATE DATABASE shop"));
  psql("CREATE ROLE reader LOGIN PASSWORD 's3cret-words' SUPERUSER");
  return server;
}

async function startMariadb(program: string, data: string, port: number, base: string): Promise<ChildProcess> {
  const words = { cwd: base, stdio: "pipe", ...owner } as const;
  mkdirSync(data);
  chown(data);
  execFileSync(
    "/usr/bin/mariadb-install-db",
    ["--no-defaults", `--datadir=${data}`, "--auth-root-authentication-method=normal", "--skip-test-db"],
    words,
  );
  const settings = {
    datadir: data,
    port,
    "bind-address": "127.0.0.1",
    socket: join(base, "mariadb.sock"),
    "pid-file": join(base, "mariadb.pid"),
    "ssl-cert": join(base, "server.pem"),
    "ssl-key": join(base, "server.key"),
    "ssl-ca": join(base, "ca.pem"),
    "innodb-flush-log-at-trx-commit": "0",
    "default-time-zone": "-05:00",
  };
  const server = spawn(program, ["--no-defaults", ...Object.entries(settings).map(([name, value]) => `--${name}=${value}`)], {
    cwd: base,
    stdio: "ignore",
    ...owner,
  });
  await comesUp("MariaDB", port, server);
  const sql = "CREATE DATABASE shop; CREATE USER reader@'127.0.0.1' IDENTIFIED BY 's3cret-words'; GRANT ALL ON *.* TO reader@'127.0.0.1'";
  await retried(() => execFileSync("/usr/bin/mariadb", ["--no-defaults", "-u", "root", `--socket=${settings.socket}`, "-e", sql], words));
  return server;
}

/** One who vouches, and a server of 127.0.0.1 that is vouched for. */
function certify(base: string): string {
  const openssl = (...words: string[]) => execFileSync("openssl", words, { cwd: base, stdio: "pipe" });
  openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "ca.key", "-out", "ca.pem", "-days", "2", "-subj", "/CN=Helder test");
  openssl(
    "req",
    "-newkey",
    "rsa:2048",
    "-nodes",
    "-keyout",
    "server.key",
    "-out",
    "server.csr",
    "-subj",
    "/CN=127.0.0.1",
    "-addext",
    "subjectAltName=IP:127.0.0.1",
  );
  openssl(
    "x509",
    "-req",
    "-in",
    "server.csr",
    "-CA",
    "ca.pem",
    "-CAkey",
    "ca.key",
    "-CAcreateserial",
    "-days",
    "2",
    "-copy_extensions",
    "copy",
    "-out",
    "server.pem",
  );
  for (const name of ["server.key", "server.pem", "ca.pem"]) chown(join(base, name));
  return readFileSync(join(base, "ca.pem"), "utf8");
}

function chown(path: string): void {
  if (isRoot) chownSync(path, nobody, nobody);
}

function readdir(path: string): readonly string[] {
  return existsSync(path) ? readdirSync(path) : [];
}

async function comesUp(name: string, port: number, server: ChildProcess): Promise<void> {
  for (let tried = 0; !(await answers(port)); tried++) {
    if (tried > 600 || server.exitCode !== null) throw new Error(`${name} does not come up`);
    await sleep(100);
  }
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, "127.0.0.1");
  const came = await Promise.race([once(socket, "connect").then(() => true), once(socket, "close").then(() => false)]).catch(() => false);
  socket.destroy();
  return came;
}

/** A server that answers may still be getting ready. */
async function retried(work: () => unknown): Promise<void> {
  for (let tried = 0; ; tried++) {
    try {
      work();
      return;
    } catch (error) {
      if (tried > 100) throw error;
      await sleep(200);
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
