import type { Language } from "../../framework/index.ts";
import type { Capacity } from "./crowd.ts";
import { curveOf } from "./curve.ts";
import { type Growth, growthPath } from "./growth.ts";

/** A reason not to believe a claim about growth. */
export interface GrowthDoubt {
  readonly code: string;
  readonly sentence: string;
}

/** How numbers are written in the reader's language. */
export interface Numbers {
  /** with as many decimals as it has, at most one */
  readonly number: (value: number) => string;
  /** 0.25 as 25 % */
  readonly percent: (fraction: number) => string;
}

interface Kind {
  readonly code: string;
  /** what the sentence needs, where the doubt holds; else null */
  readonly holds: (growth: Growth, capacity: Capacity | null) => Readonly<Record<string, number>> | null;
  readonly sentences: Readonly<Record<Language, (params: Readonly<Record<string, number>>, write: Numbers) => string>>;
}

const kinds: readonly Kind[] = [
  {
    code: "viral-above-one",
    holds: ({ viral }) => (viral > 1 ? { viral } : null),
    sentences: {
      nl: ({ viral }, { number }) =>
        `Elke nieuwe klant brengt ${number(viral!)} anderen mee. Boven 1 groeit dat vanzelf door tot de markt op is; laat zien waar dat gemeten is.`,
      en: ({ viral }, { number }) =>
        `Every new customer brings ${number(viral!)} others. Above 1 that goes on by itself until the market is empty; show where it was measured.`,
    },
  },
  {
    code: "no-churn",
    holds: ({ churn, crowded }) => (churn === 0 && !crowded ? {} : null),
    sentences: {
      nl: () => "Niemand vertrekt. Reken met het verloop dat je meet.",
      en: () => "Nobody leaves. Use the churn that you measure.",
    },
  },
  {
    code: "no-capacity",
    holds: (_, capacity) => (capacity === null ? {} : null),
    sentences: {
      nl: () => "Er staat niet hoeveel gasten er per uur in passen. Vul dat in, dan is te zien wanneer het vol is.",
      en: () => "It does not say how many guests an hour has room for. Fill that in, to see when it is full.",
    },
  },
  {
    code: "no-peak-share",
    holds: (_, capacity) => (capacity?.peakShare === null ? {} : null),
    sentences: {
      nl: () => "Er staat niet welk deel van de klanten er in het drukste uur is. Vul dat in, dan is te zien wanneer het vol is.",
      en: () => "It does not say what share of the customers is there in the busiest hour. Fill that in, to see when it is full.",
    },
  },
  {
    code: "over-capacity",
    holds(growth, capacity) {
      if (capacity?.peakShare == null) return null;
      const { guestsPerHour, peakShare } = capacity;
      const path = growthPath(growth);
      const first = path.find(({ members }) => members * peakShare > guestsPerHour);
      const most = Math.max(...path.map(({ members }) => members * peakShare));
      return first === undefined ? null : { week: first.week, guests: most, room: guestsPerHour, cover: most / guestsPerHour };
    },
    sentences: {
      nl: ({ week, guests, room, cover }, { number, percent }) =>
        `Vanaf week ${week} past het drukste uur niet meer: tot ${number(guests!)} gasten waar plaats is voor ${number(room!)} (${percent(cover!)}).`,
      en: ({ week, guests, room, cover }, { number, percent }) =>
        `From week ${week} the busiest hour no longer fits: up to ${number(guests!)} guests where there is room for ${number(room!)} (${percent(cover!)}).`,
    },
  },
  {
    code: "nps-falls",
    holds(growth, capacity) {
      if (capacity?.peakShare == null || capacity.npsAt === null) return null;
      const { peakShare, npsAt } = capacity;
      const scoreAt = curveOf(npsAt);
      const before = scoreAt(growth.start * peakShare);
      const after = Math.min(...growthPath(growth).map(({ members }) => scoreAt(members * peakShare)));
      return after < before ? { before, after } : null;
    },
    sentences: {
      nl: ({ before, after }, { number }) =>
        `In het drukste uur daalt het cijfer van ${number(before!)} naar ${number(after!)}. Wie ontevreden is brengt niemand mee en vertrekt eerder.`,
      en: ({ before, after }, { number }) =>
        `In the busiest hour the score falls from ${number(before!)} to ${number(after!)}. People who are not content bring nobody and leave sooner.`,
    },
  },
  {
    code: "cover-outside-history",
    holds(growth, capacity) {
      const { peakShare = null, seen = null } = capacity ?? {};
      if (peakShare === null || seen === null) return null;
      const guests = Math.max(...growthPath(growth).map(({ members }) => members * peakShare));
      return guests > seen ? { guests, seen } : null;
    },
    sentences: {
      nl: ({ guests, seen }, { number }) =>
        `In het drukste uur komen tot ${number(guests!)} gasten; drukker dan ${number(seen!)} is het nooit geweest. Wat er dan gebeurt is niet gemeten.`,
      en: ({ guests, seen }, { number }) =>
        `Up to ${number(guests!)} guests come in the busiest hour; it was never busier than ${number(seen!)}. What happens then was not measured.`,
    },
  },
];

/** Every reason to doubt the claim, in a fixed order. */
export function growthDoubts(growth: Growth, capacity: Capacity | null, language: Language, write: Numbers): GrowthDoubt[] {
  return kinds.flatMap(({ code, holds, sentences }) => {
    const params = holds(growth, capacity);
    return params === null ? [] : [{ code, sentence: sentences[language](params, write) }];
  });
}
