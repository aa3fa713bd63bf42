import type { Unit } from "../framework/index.ts";

const symbols: Readonly<Record<string, string>> = { EUR: "€", USD: "$", GBP: "£" };

/** How a spreadsheet shows a number of a unit. Excel itself writes the reader's comma or point. */
export function numberFormat(unit: Unit | null, currency: string): string {
  switch (unit) {
    case "currency":
      return `"${symbols[currency] ?? currency}" #,##0.00`;
    case "percent":
      return "0.0%";
    case "count":
      return "#,##0";
    case "score":
      return "0.0";
    case "ratio":
      return "0.00";
    case "seconds":
      return '#,##0.0" s"';
    case "minutes":
      return '#,##0.0" min"';
    case "hours":
    case "days":
    case "months":
      return "#,##0.0";
    case null:
      return "#,##0.##";
  }
}
