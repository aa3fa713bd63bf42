import { type Server, startServer } from "./server.ts";

export interface Visited {
  readonly day: string;
  readonly id: number;
}

/** Matomo's API as recorded: a report of a day is a row, or an empty list; a visit list has pages of at most two. */
export async function startMatomo(visits: readonly Visited[]): Promise<Server> {
  return startServer(({ path, body }) => {
    const asked = new URLSearchParams(body);
    if (path !== "/index.php" || asked.get("module") !== "API") return { status: 404, body: "no" };
    if (asked.get("token_auth") !== "matomo-token")
      return { body: `{"result":"error","message":"Unable to authenticate with the provided token ${asked.get("token_auth")}"}` };
    const date = asked.get("date")!;
    if (asked.get("method") === "Live.getLastVisitsDetails") {
      const offset = Number(asked.get("filter_offset"));
      const page = visits
        .filter(({ day }) => day === date)
        .slice(offset, offset + 2)
        .map(({ day, id }) => ({
          idVisit: String(id),
          serverDate: day,
          visitorId: "5484eb1bcd82eefe",
          actionDetails: [{ type: "action" }],
        }));
      return { body: JSON.stringify(page), ...(page.length > 0 ? { listing: date } : {}) };
    }
    const [from = "", to = ""] = date.split(",");
    const days: Record<string, unknown> = {};
    for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000) {
      const day = new Date(at).toISOString().slice(0, 10);
      const count = visits.filter((visit) => visit.day === day).length;
      days[day] = count === 0 ? [] : { nb_uniq_visitors: 1, nb_visits: count, bounce_rate: `${100 / (count + 1)}%`, nb_users: false };
    }
    return { body: JSON.stringify(days), listing: "report" };
  });
}
