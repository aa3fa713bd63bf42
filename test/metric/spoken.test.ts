import { describe, expect, test } from "vitest";
import { frameworkOf } from "../report/example.ts";
import { spokenDefinition } from "../../src/metric/index.ts";

const orders = {
  id: "orders",
  file: "orders.csv",
  name: "Bestellingen",
  where: "status <> 'cancelled'",
  columns: { amount: "quantity * (unit_price - discount)" },
};

/** How a metric over the orders is told. */
function spoken(metric: object, others: readonly object[] = []): readonly [nl: string, en: string] {
  const framework = frameworkOf({}, { datasets: [orders] }, [{ id: "m", ...metric }, ...others] as never);
  const told = spokenDefinition(framework, "m");
  return [told.nl, told.en];
}

const over = { dataset: "orders" };
const rest = ["waarin status niet ‘cancelled’ is", "where status is not ‘cancelled’"] as const;

describe("a definition in words", () => {
  test.each<[object, string, string]>([
    [
      { type: "sum", of: "amount" },
      "de som van quantity × (unit_price − discount) over Bestellingen",
      "the sum of quantity × (unit_price − discount) over Bestellingen",
    ],
    [{ type: "count" }, "het aantal rijen in Bestellingen", "the number of rows in Bestellingen"],
    [{ type: "count", of: "email" }, "hoe vaak email gevuld is in Bestellingen", "how often email is filled in, in Bestellingen"],
    [
      { type: "count-distinct", of: "customer" },
      "hoeveel verschillende customer er zijn in Bestellingen",
      "how many different customer there are in Bestellingen",
    ],
    [{ type: "average", of: "total" }, "het gemiddelde van total over Bestellingen", "the average of total over Bestellingen"],
    [{ type: "min", of: "total" }, "de kleinste total in Bestellingen", "the smallest total in Bestellingen"],
    [{ type: "max", of: "total" }, "de grootste total in Bestellingen", "the largest total in Bestellingen"],
    [{ type: "median", of: "total" }, "de middelste total in Bestellingen", "the middle total in Bestellingen"],
    [
      { type: "percentile", of: "total", p: 0.975 },
      "de total waar 97,5\u00a0% van de rijen niet boven komt, in Bestellingen",
      "the total that 97.5% of the rows do not exceed, in Bestellingen",
    ],
    [
      { type: "share", of: "late = true" },
      "het deel waarvoor late true is, van Bestellingen",
      "the share for which late is true, of Bestellingen",
    ],
  ])("%o", (metric, nl, en) => {
    expect(spoken({ ...metric, ...over })).toEqual([`${nl} ${rest[0]}`, `${en} ${rest[1]}`]);
  });

  test("ratios and formulas go by the names of their metrics", () => {
    const others = [
      { id: "sold", name: "Verkocht, per stuk", type: "count", ...over },
      { id: "asked", type: "count", ...over },
    ];
    expect(spoken({ type: "ratio", numerator: "sold", denominator: "asked" }, others)).toEqual([
      "“Verkocht, per stuk” gedeeld door asked",
      "“Verkocht, per stuk” divided by asked",
    ]);
    expect(spoken({ type: "formula", formula: "(sold - asked) / asked" }, others)[0]).toBe("(“Verkocht, per stuk” − asked) ÷ asked");
  });

  test("what is noted by hand", () => {
    expect(spoken({ type: "observed" })).toEqual(["met de hand genoteerd", "noted by hand"]);
  });

  test.each([
    ["a = 'x' or b > 2.5", "(a ‘x’ is of b groter dan 2,5 is)", "(a is ‘x’ or b is more than 2.5)"],
    ["(a = 'x' or b <= 2) and paid", "(a ‘x’ is of b hooguit 2 is) en paid waar is", "(a is ‘x’ or b is at most 2) and paid is true"],
    ["channel in ('sea', 'seo')", "channel ‘sea’ of ‘seo’ is", "channel is ‘sea’ or ‘seo’"],
    ["channel not in ('sea')", "channel niet ‘sea’ is", "channel is not ‘sea’"],
    ["age between 18 and 30", "age van 18 tot en met 30 loopt", "age is from 18 to 30"],
    ["email is not null", "email niet leeg is", "email is not empty"],
    ["not paid", "niet geldt dat paid waar is", "it is not so that paid is true"],
    ["name like 'A%'", "name het patroon ‘A%’ heeft", "name has the pattern ‘A%’"],
    ["lower(name) = 'x'", "lower(name) ‘x’ is", "lower(name) is ‘x’"],
  ])("the condition %s", (where, nl, en) => {
    const [dutch, english] = spoken({ type: "count", ...over, where });
    expect(dutch).toBe(`het aantal rijen in Bestellingen ${rest[0]} en ${nl}`);
    expect(english).toBe(`the number of rows in Bestellingen ${rest[1]} and ${en}`);
  });

  test.each<[object, string, string]>([
    [{ type: "retention", age: { count: 1, unit: "month" }, mode: "on" }, "dat na 1 maand terug is", "that is back after 1 month"],
    [{ type: "retention", age: { count: 90, unit: "day" }, mode: "within" }, "dat binnen 90 dagen terug is", "that is back within 90 days"],
    [
      { type: "churn", kind: "silence", after: { count: 2, unit: "year" } },
      "dat 2 jaar niets van zich laat horen",
      "that is silent for 2 years",
    ],
    [{ type: "churn", kind: "contractual" }, "waarvan het contract eindigt", "whose contract ends"],
    [
      { type: "reactivation", lapsed: { count: 2, unit: "quarter" } },
      "van de klanten die 2 kwartalen niet",
      "who were not in Bestellingen",
    ],
    [{ type: "lifetime-value", of: "total", horizon: { count: 3, unit: "week" } }, "in de eerste 3 weken", "in the first 3 weeks"],
    [{ type: "duration", start: "a", end: "b", statistic: "p90" }, "tijd van a tot b", "time from a to b"],
    [{ type: "recurring", measure: "churned" }, "wat vertrokken klanten per maand betaalden", "what lost customers paid a month"],
    [{ type: "nps", of: "score" }, "promotors", "promoters"],
    [{ type: "csat", of: "score" }, "twee hoogste antwoorden op score", "two highest answers to score"],
    [{ type: "ces", of: "score" }, "gemiddelde antwoord op score", "mean answer to score"],
  ])("what follows customers and answers: %o", (metric, nl, en) => {
    const [dutch, english] = spoken({ ...metric, ...over });
    expect(dutch).toContain(nl);
    expect(english).toContain(en);
  });

  test("windows of other metrics", () => {
    const others = [{ id: "sold", name: "Verkocht", type: "count", ...over }];
    const [rolling] = spoken({ type: "rolling", metric: "sold", window: { count: 12, unit: "month" } }, others);
    expect(rolling).toBe("“Verkocht” over de laatste 12 maanden");
    expect(spoken({ type: "running", metric: "sold", since: "year" }, others)).toEqual([
      "“Verkocht” vanaf het begin van het jaar",
      "“Verkocht” since the beginning of the year",
    ]);
    const table = { dataset: "orders" };
    const [dutch, english] = spoken({ type: "conversion", from: table, to: table, window: { count: 1, unit: "day" } });
    expect(dutch).toContain("het deel dat binnen 1 dag in Bestellingen");
    expect(english).toContain("within 1 day");
  });
});
