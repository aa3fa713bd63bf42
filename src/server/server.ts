import helmet from "@fastify/helmet";
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { type Address, announce, newToken, withdraw } from "../engine/index.ts";
import { HelderError } from "../framework/index.ts";
import { commentRoutes } from "./comment.ts";
import { checkinRoutes } from "./checkin.ts";
import { discoverRoutes } from "./discover.ts";
import { customerValueRoutes } from "./customer-value.ts";
import { engineRoutes } from "./engine.ts";
import { evidenceRoutes } from "./evidence.ts";
import { fixRoutes } from "./fix.ts";
import { healthRoutes } from "./health.ts";
import { ingestRoutes } from "./ingest.ts";
import { languageOf } from "./language.ts";
import { pageRoutes } from "./pages.ts";
import { queryRoutes } from "./query.ts";
import { scenarioRoutes } from "./scenario.ts";
import { scorecardRoutes } from "./scorecard.ts";
import { steerRoutes } from "./steer.ts";
import { whyRoutes } from "./why.ts";
import { reportRoutes } from "./report.ts";
import type { Rooms } from "./rooms.ts";
import { jobsOf, openSchedule, type Outcome, type Job, type Schedule, scheduleRoutes, workOn } from "./schedule/index.ts";

const loopback = new Set(["127.0.0.1", "localhost", "::1", "[::1]"]);

export interface ServeOptions extends Omit<Rooms, "token"> {
  readonly host: string;
  readonly port: number;
  /** when the port is taken, try the next ones (at most 100) */
  readonly nextFree: boolean;
  /** does what the workspace asks for at set moments; absent: tells of it, and does nothing */
  readonly onSchedule?: { readonly done: (job: Job, outcome: Outcome) => void };
}

/** How often is looked whether something is due: cron counts in minutes. */
const tickEvery = 20_000;

export interface Serving {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves a workspace's report, its API and the web app. Without users it listens on loopback only, and answers only requests that
 * name a loopback host (so that no page elsewhere can reach it by a name that resolves to this machine).
 */
export async function serve(options: ServeOptions): Promise<Serving> {
  if (!loopback.has(options.host)) throw new HelderError("login-required", { host: options.host });
  const token = newToken();
  const schedule = scheduleOf(options, options.onSchedule?.done);
  const app = await application({ ...options, token, schedule });
  const port = await listen(app, options);
  const address: Address = { port, token, pid: process.pid };
  await announce(options.engine.directory, address);
  // A workspace that cannot be read says so wherever it is asked for anything, and may be mended by the next time.
  const tick = (): void => void schedule.tick().catch(() => {});
  const ticking = options.onSchedule ? setInterval(tick, tickEvery) : undefined;
  if (options.onSchedule) tick();
  return {
    url: `http://${options.host.includes(":") ? "[::1]" : options.host}:${port}/`,
    async close() {
      clearInterval(ticking);
      await schedule.close();
      await withdraw(options.engine.directory, address);
      await app.close();
    },
  };
}

/** The Fastify application, not yet listening; tests inject requests into it. */
export async function application(rooms: Rooms): Promise<FastifyInstance> {
  const app = fastify({ logger: false, bodyLimit: 1_048_576, forceCloseConnections: true, routerOptions: { maxParamLength: 200 } });
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // Mantine and the tree's layout set style attributes.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", "data:"],
        connectSrc: ["'self'"],
        fontSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: "no-referrer" },
  });
  app.addHook("onRequest", (request, _reply, done) => {
    const host = (request.headers.host ?? "").replace(/:\d+$/, "");
    done(loopback.has(host) ? undefined : new HelderError("foreign-host", { host }));
  });
  app.setErrorHandler((problem, request, reply) => void tell(problem, request, reply));
  healthRoutes(app);
  reportRoutes(app, rooms);
  queryRoutes(app, rooms);
  whyRoutes(app, rooms);
  steerRoutes(app, rooms);
  scenarioRoutes(app, rooms);
  commentRoutes(app, rooms);
  scorecardRoutes(app, rooms);
  customerValueRoutes(app, rooms);
  scheduleRoutes(app, rooms.schedule ?? scheduleOf(rooms), async () => (await rooms.engine.framework()).settings.timezone);
  evidenceRoutes(app, rooms);
  checkinRoutes(app, rooms);
  engineRoutes(app, rooms);
  fixRoutes(app, rooms);
  discoverRoutes(app, rooms);
  await ingestRoutes(app, rooms);
  await pageRoutes(app);
  return app;
}

function scheduleOf(rooms: Pick<Rooms, "engine">, done: (job: Job, outcome: Outcome) => void = () => {}): Schedule {
  const { engine } = rooms;
  return openSchedule({
    directory: engine.directory,
    asked: async () => {
      const framework = await engine.framework();
      return { jobs: jobsOf(framework), zone: framework.settings.timezone };
    },
    work: (job, now) => workOn({ engine, environment: process.env }, job, now),
    now: Date.now,
    done,
  });
}

async function listen(app: FastifyInstance, { host, port, nextFree }: ServeOptions): Promise<number> {
  for (let candidate = port; ; candidate++) {
    try {
      await app.listen({ host, port: candidate });
      const bound = app.server.address();
      return typeof bound === "object" && bound !== null ? bound.port : candidate;
    } catch (problem) {
      const taken = (problem as NodeJS.ErrnoException).code === "EADDRINUSE";
      if (!taken) throw problem;
      if (!nextFree || port === 0 || candidate >= port + 100) throw new HelderError("port-taken", { port: candidate }, { cause: problem });
    }
  }
}

function tell(problem: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const language = languageOf(request);
  const known = problem instanceof HelderError ? problem : clientError(problem);
  return reply
    .status(known.http)
    .type("application/json")
    .send({ error: { code: known.code, params: known.params, message: known.sentence(language) } });
}

function clientError(problem: unknown): HelderError {
  const { statusCode, message } = problem as { statusCode?: number; message?: string };
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return new HelderError("bad-call", { reason: message ?? "" });
  return new HelderError("internal", { reason: problem instanceof Error ? problem.message : String(problem) }, { cause: problem });
}
