import { absent } from "../absent.ts";
import type { FactKind } from "../fact.ts";

export const frequencyMedian: FactKind = {
  id: "frequency-median",
  unit: "ratio",
  value: ({ frequencyMedian }) => frequencyMedian,
  n: ({ active }) => active,
  sentences: {
    nl: "De middelste actieve klant kocht {value} keer: de helft kocht vaker of even vaak.",
    en: "The middle active customer bought {value} times: half bought as often or more.",
  },
  absent: absent.active,
};
