import { expect, test } from "vitest";
import { sectionNames, Settings } from "../../src/framework/index.ts";
import { jsonSchema } from "../../src/workspace/index.ts";

interface Schema {
  readonly $schema: string;
  readonly additionalProperties: boolean;
  readonly required?: readonly string[];
  readonly properties: Readonly<Record<string, { readonly description?: string }>>;
}

test("the schema knows every setting and section, and describes them", () => {
  const schema = jsonSchema() as Schema;
  expect(schema.$schema).toContain("draft-07");
  expect(schema.additionalProperties).toBe(false);
  expect(schema.required ?? []).toEqual([]);
  expect(Object.keys(schema.properties).sort()).toEqual([...Object.keys(Settings.shape), ...sectionNames].sort());
  expect(
    Object.entries(schema.properties)
      .filter(([, { description }]) => !description)
      .map(([name]) => name),
  ).toEqual([]);
  expect(JSON.stringify(schema)).toContain("contextual-inquiry");
});
