import { z } from "zod";
import { Connector } from "./connector.ts";
import { Quality } from "./quality.ts";
import { DayText, DurationText, Id, InsidePath, oneOrMore, Text, Zone } from "./value.ts";

/** How a file is written; what is absent is sniffed. */
export const Format = z.strictObject({
  delimiter: z.string().min(1).max(4).optional(),
  quote: z.string().max(1).optional(),
  decimal: z.enum([",", "."]).optional(),
  encoding: z.enum(["utf-8", "utf-16le", "utf-16be", "windows-1252", "iso-8859-15"]).optional(),
  date: z.string().min(2).max(40).optional().describe("strptime format of its dates: %d-%m-%Y; or epoch, epoch-ms, epoch-us, excel"),
  timezone: Zone.optional(),
  header: z.int().min(0).max(10).optional().describe("number of header rows"),
  skip: z.int().min(0).max(1000).optional().describe("lines before the header"),
  sheet: Text.max(100).optional().describe("sheet of a workbook"),
  rows: Text.max(200).optional().describe("path to the list that holds the rows of a JSON file: items[]"),
  booleans: z.boolean().optional().describe("true: ja/nee, yes/no, y/n, waar/onwaar are true and false"),
});
export type Format = z.infer<typeof Format>;

/** Rows of another dataset beside each row: those whose columns are equal. */
const Join = z.strictObject({
  to: Id,
  on: z
    .union([Text, z.record(z.string().min(1), Text)])
    .describe("a column of both datasets, or columns of this one: columns of the other"),
});
export type Join = z.infer<typeof Join>;

/** Columns of one row that name one person. */
const Identity = z.strictObject({
  same: oneOrMore(Text).describe("columns beside the customer, or without one all columns, that name the same person: email"),
  most: z.int().min(2).default(10).describe("so many customer ids one person has at most"),
  apart: oneOrMore(Text).default([]).describe("columns of which one person has one value: day of birth"),
});

export const Dataset = z
  .strictObject({
    id: Id,
    name: Text.optional(),
    file: InsidePath.optional().describe("path or glob, relative to the workspace"),
    connector: Connector.optional(),
    key: oneOrMore(Text).optional().describe("column, list of columns, or all"),
    time: Text.optional().describe("the column that places a row in time"),
    customer: Text.optional(),
    join: oneOrMore(Join)
      .refine((joins) => new Set(joins.map(({ to }) => to)).size === joins.length, "joined-once")
      .optional()
      .describe("datasets whose columns its rows have too"),
    identity: Identity.optional().describe("which columns name the same person, over all datasets"),
    columns: z.record(z.string().min(1), Text).default({}).describe("computed columns: name → expression"),
    where: Text.optional(),
    completeThrough: DayText.optional(),
    format: Format.default({}),
    quality: Quality.optional().describe("what must hold of its rows before anything is computed from them"),
    private: oneOrMore(Text).optional().describe("columns that no answer shows unless asked"),
    purpose: Text.optional().describe("what people's data in it are used for, for the record of processing"),
    basis: Text.optional().describe("why that is lawful: consent, contract, legitimate interest"),
    retention: DurationText.optional().describe("rows older than this are not kept: 24 months"),
    pseudonymise: oneOrMore(Text).optional().describe("columns of which only a keyed hash is kept"),
  })
  .refine((dataset) => (dataset.file === undefined) !== (dataset.connector === undefined), { message: "one-source", path: ["file"] })
  .refine(({ identity, customer }) => identity === undefined || customer !== undefined || identity.same.length > 1, {
    message: "two-ids",
    path: ["identity", "same"],
  })
  // Rows come again where a fetch begins at the last cursor; the key makes them count once.
  .refine(
    ({ connector, key }) => connector === undefined || !("cursor" in connector) || connector.cursor === undefined || key !== undefined,
    {
      message: "cursor-key",
      path: ["key"],
    },
  );
export type Dataset = z.infer<typeof Dataset>;
