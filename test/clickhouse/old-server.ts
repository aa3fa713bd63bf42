import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** Debian's clickhouse-server, 18.16: old, but a real server that can be one of several. */
export const program = ["/usr/sbin/clickhouse-server", "/usr/bin/clickhouse-server"].find((path) => existsSync(path)) ?? null;

export interface Cluster {
  /** the HTTP door of each shard */
  readonly urls: readonly string[];
  readonly name: string;
  stop(): Promise<void>;
}

/** Two servers on loopback, each of them a shard of one cluster. Throws where they do not come up. */
export async function startCluster(): Promise<Cluster> {
  const base = mkdtempSync(join(tmpdir(), "helder-cluster-"));
  const ports = await freePorts(6);
  const shards = [0, 1].map((index) => ({
    http: ports[index * 3]!,
    tcp: ports[index * 3 + 1]!,
    inter: ports[index * 3 + 2]!,
    path: join(base, String(index)),
  }));
  const remote = shards.map(({ tcp }) => `<shard><replica><host>127.0.0.1</host><port>${tcp}</port></replica></shard>`).join("");
  const running: ChildProcess[] = shards.map(({ http, tcp, inter, path }) => {
    mkdirSync(join(path, "data"), { recursive: true });
    mkdirSync(join(path, "tmp"));
    writeFileSync(
      join(path, "config.xml"),
      `<yandex><logger><level>warning</level><log>${path}/log</log><errorlog>${path}/errors</errorlog></logger>
<listen_host>127.0.0.1</listen_host><http_port>${http}</http_port><tcp_port>${tcp}</tcp_port><interserver_http_port>${inter}</interserver_http_port>
<path>${path}/data/</path><tmp_path>${path}/tmp/</tmp_path><users_config>users.xml</users_config>
<default_profile>default</default_profile><default_database>default</default_database><mark_cache_size>50000000</mark_cache_size><timezone>UTC</timezone>
<remote_servers><two_shards>${remote}</two_shards></remote_servers></yandex>`,
    );
    writeFileSync(
      join(path, "users.xml"),
      `<yandex><profiles><default><insert_distributed_sync>1</insert_distributed_sync></default></profiles><users><default><password></password>
<networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></default></users><quotas><default></default></quotas></yandex>`,
    );
    return spawn(program!, [`--config-file=${join(path, "config.xml")}`], { stdio: "ignore", cwd: path });
  });
  const cluster: Cluster = {
    urls: shards.map(({ http }) => `http://127.0.0.1:${http}`),
    name: "two_shards",
    async stop() {
      for (const server of running) {
        const gone = once(server, "exit");
        if (server.exitCode === null && server.kill("SIGKILL")) await gone;
      }
      rmSync(base, { recursive: true, force: true });
    },
  };
  for (const [index, url] of cluster.urls.entries()) {
    for (let tried = 0; !(await answers(url)); tried++) {
      if (tried > 300) {
        const log = join(shards[index]!.path, "errors");
        const told = existsSync(log) ? readFileSync(log, "utf8") : "nothing";
        await cluster.stop();
        throw new Error(`the server does not come up: ${told.slice(-500)}`);
      }
      await sleep(100);
    }
  }
  return cluster;
}

async function answers(url: string): Promise<boolean> {
  return fetch(`${url}/ping`).then(
    (response) => response.ok,
    () => false,
  );
}

async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      return server;
    }),
  );
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
