import { addDays, addMonths, dayNumber } from "../calendar/index.ts";
import { type Cell, csv } from "./csv.ts";
import { Random } from "./random.ts";
import type { SimulatedFile, SimulationInput } from "./simulation.ts";
import { InsurerCalendar } from "./verzekeraar/calendar.ts";
import { comparison, comparisonHeader, coverChecks, coverChecksHeader, survey, surveyHeader } from "./verzekeraar/listening.ts";
import {
  casesHeader,
  customerRows,
  customersHeader,
  instalmentRows,
  instalmentsHeader,
  ownerTestHeader,
  ownerTestRows,
  portfolio,
  renewalsHeader,
} from "./verzekeraar/portfolio.ts";
import {
  checkoutRows,
  checkoutsHeader,
  instantTestRows,
  paymentTestRows,
  quoteRows,
  quotes,
  quotesHeader,
  visitorTestHeader,
} from "./verzekeraar/quotes.ts";

/**
 * The data of the insurer in examples/verzekeraar over the three years that end on `today`, as the CSV files that its datasets name.
 * Throws on an impossible day.
 */
export function* simulateVerzekeraar({ seed, today }: SimulationInput): Generator<SimulatedFile> {
  const last = dayNumber(today);
  const first = dayNumber(addDays(addMonths(today, -36), 1));
  const calendar = new InsurerCalendar(today);
  const days = calendar.days(first, last);
  const stream = (name: string): Random => new Random(seed, `insurer ${name}`);
  const file = (name: string, header: readonly string[], rows: Iterable<Cell[]>): SimulatedFile => ({
    path: `data/${name}.csv`,
    chunks: csv(header, rows),
  });

  const asked = quotes(stream("quotes"), calendar, first, last);
  yield file("quotes", quotesHeader, quoteRows(stream("quote rows"), asked.quotes));
  yield file("checkouts", checkoutsHeader, checkoutRows(asked.checkouts));
  yield file("instant-test", visitorTestHeader, instantTestRows(asked.quotes));
  yield file("payment-test", visitorTestHeader, paymentTestRows(asked.checkouts));

  const insured = portfolio(stream("portfolio"), calendar, asked.sales, days);
  yield file("customers", customersHeader, customerRows(insured));
  yield file("renewals", renewalsHeader, insured.renewals);
  yield file("cases", casesHeader, insured.cases);
  yield file("owner-test", ownerTestHeader, ownerTestRows(insured));
  yield file("instalments", instalmentsHeader, instalmentRows(stream("instalments"), calendar, insured, days));

  yield file("survey", surveyHeader, survey(stream("survey"), calendar, insured, days));
  yield file("cover-checks", coverChecksHeader, coverChecks(stream("cover checks"), calendar, days));
  yield file("comparison", comparisonHeader, comparison(stream("comparison"), calendar, days));
}
