import type { Judge } from "../reading.ts";

const sentences = {
  contested: {
    nl: (party: string | null) => `${party ?? "Iemand"} is het er niet mee eens. Bespreek het en leg vast wie akkoord gaat.`,
    en: (party: string | null) => `${party ?? "Somebody"} does not agree. Talk it over and write down who does.`,
  },
  agreed: {
    nl: (party: string) => `Akkoord: ${party}.`,
    en: (party: string) => `Agreed by: ${party}.`,
  },
  unsaid: {
    nl: "Er staat niet wie akkoord is. Schrijf erbij met wie je dit hebt afgesproken.",
    en: "It does not say who agreed. Add with whom you agreed on this.",
  },
};

/** Acceptable: a party agreed. False where one contests it. */
export const acceptable: Judge = ({ agreements }, language) => {
  const contested = agreements.find(({ verdict }) => verdict === "contested");
  if (contested) return { ok: false, reason: sentences.contested[language](contested.party) };
  const agreed = agreements.find(({ party }) => party !== null);
  return agreed?.party ? { ok: true, reason: sentences.agreed[language](agreed.party) } : { ok: null, reason: sentences.unsaid[language] };
};
