import { isDay } from "../../calendar/index.ts";
import type { LifetimeAnswer } from "../../engine/index.ts";
import { HelderError } from "../../framework/index.ts";
import { type Context, type Option, textArgument, textOption } from "../command.ts";

/** The options of `stats lifetime` on a file of transactions. */
export const lifetimeOptions: readonly Option[] = [
  { flags: "--customer <column>", told: { nl: "lifetime: kolom met de klant", en: "lifetime: column with the customer" } },
  { flags: "--time <column>", told: { nl: "lifetime: kolom met de dag", en: "lifetime: column with the day" } },
  { flags: "--value <column>", told: { nl: "lifetime: kolom met het bedrag", en: "lifetime: column with the amount" } },
  {
    flags: "--calibration-end <day>",
    told: { nl: "lifetime: laatste dag die het model ziet", en: "lifetime: last day that the model sees" },
  },
  { flags: "--unit <unit>", told: { nl: "lifetime: day, week of month (anders week)", en: "lifetime: day, week or month (else week)" } },
  {
    flags: "--horizon <n>",
    told: {
      nl: "forecast: zoveel stappen vooruit; lifetime: zoveel eenheden (anders 39)",
      en: "forecast: this many steps ahead; lifetime: this many units (else 39)",
    },
  },
  {
    flags: "--discount <rate>",
    told: {
      nl: "lifetime: ook de waarde voor altijd, zoveel per jaar minder waard (0.15)",
      en: "lifetime: also the value for ever, worth so much less a year (0.15)",
    },
  },
  { flags: "--model <model>", told: { nl: "lifetime: bg-nbd of pareto-nbd", en: "lifetime: bg-nbd or pareto-nbd" } },
  {
    flags: "--customers <file>",
    told: { nl: "lifetime: schrijf een CSV met een regel per klant", en: "lifetime: write a CSV with a line per customer" },
  },
];

/** Whether a file of transactions is meant, and not JSON with histories. */
export function hasTransactions(context: Context): boolean {
  if (textArgument(context, 0) !== "lifetime") return false;
  const file = textArgument(context, 1) ?? "-";
  return textOption(context, "customer") !== null || (file !== "-" && !/\.json$/i.test(file));
}

/** Reads the transactions and answers what to expect of the customers. Throws HelderError `bad-option`, and what the engine throws. */
export async function lifetimeOf(context: Context): Promise<LifetimeAnswer> {
  const { customerLifetime, lifetimeUnits } = await import("../../engine/index.ts");
  const { models } = await import("../../statistics/index.ts");
  const required = (name: string, flag: string, hint: string): string => {
    const value = textOption(context, name);
    if (value === null) throw new HelderError("bad-option", { option: flag, value: "", hint });
    return value;
  };
  const oneOf = <T extends string>(name: string, choices: Readonly<Record<T, unknown>>, otherwise: T): T => {
    const value = textOption(context, name) ?? otherwise;
    if (!Object.hasOwn(choices, value)) {
      throw new HelderError("bad-option", { option: `--${name}`, value, hint: Object.keys(choices).join(" | ") });
    }
    return value as T;
  };
  const file = textArgument(context, 1);
  if (file === null || file === "-") throw new HelderError("bad-option", { option: "[file]", value: file ?? "", hint: "transactions.csv" });
  const calibrationEnd = required("calibrationEnd", "--calibration-end", "2026-01-31");
  if (!isDay(calibrationEnd))
    throw new HelderError("bad-option", { option: "--calibration-end", value: calibrationEnd, hint: "2026-01-31" });
  const horizon = Number(textOption(context, "horizon") ?? "39");
  if (!(horizon > 0 && horizon <= 5000)) {
    throw new HelderError("bad-option", { option: "--horizon", value: textOption(context, "horizon")!, hint: "39" });
  }
  const discount = textOption(context, "discount");
  if (discount !== null && !(Number(discount) >= 0.0001 && Number(discount) <= 10)) {
    throw new HelderError("bad-option", { option: "--discount", value: discount, hint: "0.15" });
  }
  return customerLifetime({
    file,
    customer: required("customer", "--customer", "customer_id"),
    time: required("time", "--time", "date"),
    value: textOption(context, "value"),
    calibrationEnd,
    unit: oneOf("unit", lifetimeUnits, "week"),
    horizon,
    model: oneOf("model", models, "bg-nbd"),
    discount: discount === null ? null : Number(discount),
    customers: textOption(context, "customers"),
  });
}
