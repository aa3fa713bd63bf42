import { describe, expect, test } from "vitest";
import { readForms, readKpi } from "../../src/smart/index.ts";

const quarter = ["2023-01-01", "2023-03-31"] as const;

describe("the bathroom shop", () => {
  test.each([
    ["De SEA campagne is 1.500 keer gezien op 1 april 2023.", 1500, "keer", "SEA campagne gezien", "2023-04-01", "2023-04-01"],
    [
      "De website heeft 2.000 nieuwe bezoekers in de periode van 1 januari 2023 tot 1 april 2023.",
      2000,
      "bezoekers",
      "nieuwe bezoekers",
      ...quarter,
    ],
    [
      "De time-on-site is gemiddeld 1 minuut per gebruiker in de periode van 1 januari 2023 tot 1 april 2023.",
      1,
      "minute",
      "time-on-site",
      ...quarter,
    ],
    [
      "De website heeft 1.200 terugkerende bezoekers in de periode van 1 januari 2023 tot 1 april 2023.",
      1200,
      "bezoekers",
      "terugkerende bezoekers",
      ...quarter,
    ],
    [
      "Het whitepaper is 500 keer gedownload in de periode van 1 januari 2023 tot 1 april 2023.",
      500,
      "keer",
      "whitepaper gedownload",
      ...quarter,
    ],
    [
      "Het contactformulier is 300 keer ingevuld in de periode van 1 januari 2023 tot 1 april 2023.",
      300,
      "keer",
      "contactformulier ingevuld",
      ...quarter,
    ],
    [
      "Er zijn 250 badkamers verkocht in de periode van 1 januari 2023 tot 1 april 2023.",
      250,
      "badkamers",
      "badkamers verkocht",
      ...quarter,
    ],
    [
      "Van de nieuwe klanten hebben 100 extra decoratie gekocht voor hun badkamer in de periode van 1 januari 2023 tot 1 april 2023.",
      100,
      "klanten",
      "nieuwe klanten extra decoratie gekocht",
      ...quarter,
    ],
  ])("%s", (sentence, value, unit, metric, from, to) => {
    const { kpi, letters } = readKpi(sentence, { asOf: "2023-01-02" });
    expect(kpi).toEqual({ value, unit, metric, direction: "up", from, to });
    expect(Object.values(letters).map(({ ok }) => ok)).toEqual([true, true, null, null, true]);
  });
});

describe("the lapsed top customers", () => {
  const form = [
    "Doelstelling: Omzetdeel topklanten dient minimaal gelijk te blijven aan de omzet van afgelopen jaar.",
    "Target: 3% van de inactieve topklanten heractiveren.",
    "KPI: Heractivatie inactieve klant.",
    "- Specifiek: Inactieve topklanten in kaart brengen om te benchmarken.",
    "- Meetbaar: Aantal inactieve topklanten bundelen, totale omzet delen door aantal transacties en vergelijken met voorgaand jaar.",
    "- Acceptabel: Een gelijkblijvende groepsgrootte en omzet is acceptabel voor het management.",
    "- Realiseerbaar/Realistisch: Het effectief beïnvloeden van deze klantgroep door middel van verschillende marketingactiviteiten met het activeren tot aankoop als doel.",
    "- Tijdsgebonden: Tot en met het einde van het huidige jaar (31-12) gemeten.",
  ].join("\n");

  test("the objective stands apart; target, KPI and letters are one form", () => {
    const [objective, kpi, ...rest] = readForms(form, { asOf: "2023-01-10" });
    expect(rest).toEqual([]);
    expect(objective!.kpi).toMatchObject({ value: null, metric: "Omzetdeel topklanten", direction: "up" });
    expect(kpi!.kpi).toEqual({
      value: 0.03,
      unit: "percent",
      metric: "Heractivatie inactieve klant",
      direction: "up",
      from: null,
      to: "2023-12-31",
    });
    expect(Object.values(kpi!.letters).map(({ ok }) => ok)).toEqual([true, true, true, true, true]);
  });

  test("the objective measures against last year, without a number and without an end", () => {
    const { letters } = readKpi(form.split("\n")[0]!, { asOf: null });
    expect(Object.values(letters).map(({ ok }) => ok)).toEqual([true, false, null, true, false]);
  });
});

test("the growth claim of the gym holds several numbers", () => {
  const claim =
    "700 trials per week met een conversiepercentage van 25% en een viral coefficient van 2.6 geeft na 13 weken 8190 betalende abonnees";
  expect(readKpi(claim, { asOf: null }).letters.S.ok).toBe(false);
});
