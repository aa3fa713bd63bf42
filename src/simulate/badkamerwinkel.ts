import { addDays, addMonths, dayNumber } from "../calendar/index.ts";
import {
  customerRows,
  customersHeader,
  linesHeader,
  orders,
  ordersByYear,
  ordersHeader,
  packagingHeader,
  packagingRows,
} from "./badkamerwinkel/orders.ts";
import { priceFirstHeader, quotes, quotesHeader } from "./badkamerwinkel/quotes.ts";
import { sales } from "./badkamerwinkel/sales.ts";
import { ShopCalendar } from "./badkamerwinkel/season.ts";
import { deliveries, deliveriesHeader, survey, surveyHeader } from "./badkamerwinkel/service.ts";
import { ads, adsHeader, downloads, downloadsHeader, pageSpeed, pageSpeedHeader, visits, visitsHeader } from "./badkamerwinkel/traffic.ts";
import { type Cell, csv } from "./csv.ts";
import { Random } from "./random.ts";
import type { SimulatedFile, SimulationInput } from "./simulation.ts";

/** Before the first day the shop is simulated for so long that customers of then come back in the data. */
const warmUpDays = 120;

/**
 * The data of the bathroom shop in examples/badkamerwinkel over the three years that end on `today`, as the CSV files that its datasets
 * name. The targets of the example lie in the quarter that holds `today`; `story.ts` says what becomes of them and `ShopCalendar` how
 * that is kept true in every season. Throws on an impossible day.
 */
export function* simulateBadkamerwinkel({ seed, today }: SimulationInput): Generator<SimulatedFile> {
  const last = dayNumber(today);
  const first = dayNumber(addDays(addMonths(today, -36), 1));
  const calendar = new ShopCalendar(today);
  const days = calendar.days(first, last);
  const stream = (name: string): Random => new Random(seed, name);
  const file = (name: string, header: readonly string[], rows: Iterable<Cell[]>): SimulatedFile => ({
    path: `data/${name}.csv`,
    chunks: csv(header, rows),
  });

  const shop = sales(stream("sales"), calendar, first - warmUpDays, last);
  const sold = orders(stream("orders"), shop.sales, first, last);
  yield file("customers", customersHeader, customerRows(stream("customers"), shop.customers));
  for (const [year, rows] of ordersByYear(sold.orders)) yield file(`orders-${year}`, ordersHeader, rows);
  yield file("order-lines", linesHeader, sold.lines);
  yield file("deliveries", deliveriesHeader, deliveries(stream("deliveries"), calendar, sold.orders, first, last));
  yield file("survey", surveyHeader, survey(stream("survey"), sold.orders, first, last));
  yield file("packaging-test", packagingHeader, packagingRows(shop.customers));

  yield file("visits", visitsHeader, visits(stream("visits"), calendar, days));
  yield file("ads", adsHeader, ads(stream("ads"), calendar, days));
  yield file("page-speed", pageSpeedHeader, pageSpeed(stream("page-speed"), days));
  yield file("downloads", downloadsHeader, downloads(stream("downloads"), calendar, days));

  const asked = quotes(stream("quotes"), calendar, days);
  yield file("quotes", quotesHeader, asked.quotes);
  yield file("price-first-test", priceFirstHeader, asked.assignments);
}
