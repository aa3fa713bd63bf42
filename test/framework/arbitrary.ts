import fc from "fast-check";
import type { Framework } from "../../src/framework/index.ts";
import { frameworkOf } from "../report/example.ts";

type Entry = Record<string, unknown> & { readonly id: string };
/** The sections as somebody types them, so that entries can be added, left out and turned round. */
export type Typed = Readonly<
  Record<"goals" | "objectives" | "interactions" | "kpis" | "cpis" | "enablers" | "links" | "teams" | "segments", readonly Entry[]>
>;

const phases = ["see", "think", "do", "care"];
const segments = ["young", "old"];
const people = ["sales", "web"];
const effect = fc.constantFrom("helps", "hurts");
const some = (ids: readonly string[], maxLength = 2) => fc.uniqueArray(fc.constantFrom(...ids, "nowhere"), { maxLength });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const ids = (kind: string, count: number) => Array.from({ length: count }, (_, index) => `${kind}${index}`);
const section = (count: number, kind: string, entry: (id: string) => fc.Arbitrary<Entry>) => fc.tuple(...ids(kind, count).map(entry));

/** Small frameworks with loose ends, cycles and harm; ids differ between the sections. */
export const typed: fc.Arbitrary<Typed> = fc
  .record({ goals: fc.nat(3), objectives: fc.nat(4), interactions: fc.nat(4), kpis: fc.nat(4), cpis: fc.nat(3), links: fc.nat(6) })
  .chain((count) => {
    const [goals, objectives, interactions] = [ids("g", count.goals), ids("o", count.objectives), ids("i", count.interactions)];
    const [kpis, cpis] = [ids("k", count.kpis), ids("c", count.cpis)];
    const audience = { for: some(segments), stakeholders: some(people) };
    const supports = some(goals).chain((to) => fc.tuple(...to.map((goal) => effect.map((way) => ({ goal, effect: way })))));
    const serves = some(objectives).chain((to) => fc.tuple(...to.map((objective) => effect.map((way) => ({ objective, effect: way })))));
    const judged = { owner: maybe(fc.constantFrom(...people)), stakeholders: some(people) };
    const measured = fc.constantFrom(...goals, ...objectives, ...interactions, "nowhere");
    return fc.record({
      segments: section(1, "young", () => fc.constant({ id: "young" })),
      goals: section(count.goals, "g", (id) => fc.record({ id: fc.constant(id), name: fc.constant(id), ...audience })),
      objectives: section(count.objectives, "o", (id) =>
        fc.record({ id: fc.constant(id), name: fc.constant(id), supports, parent: maybe(fc.constantFrom(...objectives)), ...audience }),
      ),
      interactions: section(count.interactions, "i", (id) =>
        fc.record({ id: fc.constant(id), name: fc.constant(id), phase: maybe(fc.constantFrom(...phases, "nowhere")), serves, ...audience }),
      ),
      kpis: section(count.kpis, "k", (id) =>
        fc.record({ id: fc.constant(id), measures: maybe(measured), side: maybe(fc.constantFrom("behaviour", "experience")), ...judged }),
      ),
      cpis: section(count.cpis, "c", (id) =>
        fc.record({
          id: fc.constant(id),
          direction: fc.constant("up"),
          interaction: maybe(fc.constantFrom(...interactions, "nowhere")),
          ...judged,
        }),
      ),
      enablers: section(1, "e", (id) =>
        fc.record({ id: fc.constant(id), name: fc.constant(id), needs: some(cpis), advances: some(objectives) }),
      ),
      links: section(count.links, "l", (id) =>
        fc.record({
          id: fc.constant(id),
          from: fc.constantFrom(...kpis, ...cpis, "nowhere"),
          to: fc.constantFrom(...kpis, ...cpis, "nowhere"),
          effect,
        }),
      ),
      teams: section(2, "t", (id) =>
        fc.constant({ id: people[Number(id.slice(1))]!, name: id, scorecard: kpis.map((kpi) => ({ kpi, weight: 0.1 })) }),
      ),
    });
  });

export function read(sections: Typed): Framework {
  const entries = Object.entries(sections).map(([name, list]) => [name, list.map(({ id, ...rest }) => ({ id, ...known(rest) }))]);
  return frameworkOf({ superKpi: "k0" }, Object.fromEntries(entries) as Parameters<typeof frameworkOf>[1]);
}

function known(entry: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined));
}
