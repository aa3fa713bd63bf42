import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, test } from "vitest";
import { ask, methodNamed } from "../../src/statistics/index.ts";
import type { Sentiment } from "../../src/statistics/sentiment/sentiment.ts";
import { path, present } from "./shared.ts";

async function rated(sql: string): Promise<{ readonly texts: readonly string[]; readonly ratings: readonly number[] }> {
  const connection = await (await DuckDBInstance.create()).connect();
  const rows = (await connection.runAndReadAll(sql)).getRowsJS() as [string, bigint | number][];
  return { texts: rows.map(([text]) => text), ratings: rows.map(([, rating]) => Number(rating)) };
}

function ranksOf(values: readonly number[]): number[] {
  return values.map((value) => values.filter((other) => other < value).length + (values.filter((other) => other === value).length + 1) / 2);
}

/** Spearman's: Pearson's correlation of the ranks. */
function rankCorrelation(a: readonly number[], b: readonly number[]): number {
  const [x, y] = [ranksOf(a), ranksOf(b)];
  const middle = (a.length + 1) / 2;
  const product = (p: readonly number[], q: readonly number[]): number =>
    p.reduce((sum, value, index) => sum + (value - middle) * (q[index]! - middle), 0);
  return product(x, y) / Math.sqrt(product(x, x) * product(y, y));
}

describe.skipIf(!present)("comments of customers", () => {
  test("nineteen Dutch reviews of restaurants, rated 1–10", async () => {
    const { texts, ratings } = await rated(
      `select content, rating from read_csv('${path("survey/dutch_restaurant_reviews_small.csv")}', header = true, quote = '"', escape = '"')`,
    );
    const found = ask(methodNamed("sentiment"), { texts }) as Sentiment;
    expect(found.texts.map(({ language }) => language)).toEqual(Array(19).fill("nl"));
    const scores = found.texts.map(({ score }) => score!);
    const liked = scores.filter((_, index) => ratings[index]! >= 8);
    expect(liked.filter((score) => score > 0).length / liked.length).toBe(1);
    expect(rankCorrelation(scores, ratings)).toBeGreaterThan(0.35);
  });

  test("Portuguese reviews are not scored", async () => {
    const { texts } = await rated(
      `select concat_ws('. ', review_comment_title, review_comment_message), review_score::int
       from read_csv('${path("olist_b/olist_order_reviews_dataset.csv")}', header = true, all_varchar = true)
       where review_comment_message is not null or review_comment_title is not null`,
    );
    const { n } = ask(methodNamed("sentiment"), { texts }) as Sentiment;
    expect(n / texts.length).toBeLessThan(0.01);
  });
});
