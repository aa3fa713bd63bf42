export { completeErasures, erase } from "./erase.ts";
export { remembered, rememberedIn } from "./remembered.ts";
