import { absent } from "../absent.ts";
import { type FactKind, over } from "../fact.ts";

export const refundShare: FactKind = {
  id: "refund-share",
  unit: "percent",
  value: ({ refunds, windowRevenue }) => over(refunds, windowRevenue),
  n: ({ windowTransactions }) => windowTransactions,
  sentences: {
    nl: "Retouren en annuleringen zijn {value} van de verkopen waard. Ze zijn niet van de omzet afgetrokken.",
    en: "Returns and cancellations are worth {value} of sales. They are not taken off the revenue.",
  },
  absent: absent.money,
};
