import type { FindingKind } from "../../framework/index.ts";
import { brokenExpression } from "./broken-expression.ts";
import { brokenYaml } from "./broken-yaml.ts";
import { cycle } from "./cycle.ts";
import { duplicateId } from "./duplicate-id.ts";
import { duplicateKey } from "./duplicate-key.ts";
import { unknownKey } from "./unknown-key.ts";
import { unknownReference } from "./unknown-reference.ts";
import { unreadableFile } from "./unreadable-file.ts";
import { wrongType } from "./wrong-type.ts";

/** The kinds of findings that reading a workspace gives. */
export const structuralFindings = {
  "broken-expression": brokenExpression,
  "broken-yaml": brokenYaml,
  cycle,
  "duplicate-id": duplicateId,
  "duplicate-key": duplicateKey,
  "unknown-key": unknownKey,
  "unknown-reference": unknownReference,
  "unreadable-file": unreadableFile,
  "wrong-type": wrongType,
} as const satisfies Record<string, FindingKind>;

export type StructuralCode = keyof typeof structuralFindings;
