import type { StructuralCode } from "../findings/index.ts";
import { duplicateIdFix } from "./duplicate-id.ts";
import type { Fix } from "./fix.ts";
import { unknownKeyFix } from "./unknown-key.ts";
import { unknownReferenceFix } from "./unknown-reference.ts";
import { wrongTypeFix } from "./wrong-type.ts";

/** The structural findings that can be mended without asking; of the others only people know what was meant. */
export const structuralFixes: Partial<Record<StructuralCode, Fix>> = {
  "duplicate-id": duplicateIdFix,
  "unknown-key": unknownKeyFix,
  "unknown-reference": unknownReferenceFix,
  "wrong-type": wrongTypeFix,
};
