import { groupBefore, groupOf } from "./group.ts";
import type { Reading } from "./reading.ts";
import type { Sentence } from "./sentence.ts";
import { spanAt } from "./spans.ts";

export type Impossibility = "share" | "scale" | "reversed" | "past";

/** Why a target cannot be reached whatever is done; null where it can. */
export function impossible(reading: Reading): Impossibility | null {
  const { kpi, asOf } = reading;
  if (isOverWhole(reading)) return "share";
  if (isOffScale(reading)) return "scale";
  if (kpi.from !== null && kpi.to !== null && kpi.to < kpi.from) return "reversed";
  return asOf !== null && kpi.to !== null && kpi.to < asOf ? "past" : null;
}

/** More than all of a group, or a fall by more than everything. Growth may pass 100 %. */
function isOverWhole({ sentence, aim, subject }: Reading): boolean {
  const { target } = aim;
  const { tokens, own } = sentence;
  if (target?.unit !== "percent" || target.value <= 1) return false;
  if (target.kind === "share" || groupBefore(sentence, target)) return true;
  const before = tokens[target.start - 1]?.key ?? "";
  if (own.by.has(before)) {
    const ways = tokens.map(({ key }) => own.changes.get(key)).filter((way) => way !== undefined);
    if (ways.length > 0) return ways[0] === "down";
  }
  const next = target.end;
  const after = tokens[next]?.key ?? "";
  // “130 % growth”, “120 % meer bezoekers”
  if (own.changes.has(after) || own.quantifiers.has(after)) return (own.changes.get(after) ?? own.quantifiers.get(after)) === "down";
  const group = own.of.has(after) ? groupOf(sentence, target) : null;
  if (own.of.has(after)) return group !== null && isGroupOfThings(sentence, group.at(-1)!);
  if (subject.known)
    return (
      subject.known.measure === "share" ||
      (subject.known.measure === "count" && subject.known.start >= next && subject.known.start <= next + 3) ||
      subject.known.measure === "score"
    );
  return (
    tokens[next]?.kind === "word" &&
    !own.stop.has(after) &&
    tokens.slice(next, next + 4).some(({ key }) => own.isPlural(key) && !own.goals.has(key))
  );
}

/** “of the customers”, not “of last year's revenue” or “of the target”. */
function isGroupOfThings({ tokens, own, metrics }: Sentence, head: number): boolean {
  const { key } = tokens[head]!;
  const metric = spanAt(metrics, head);
  return own.isPlural(key) && !own.goals.has(key) && (metric === null || metric.measure === "count" || metric.measure === "share");
}

/** NPS runs from −100 to 100, a Dutch mark to 10. */
function isOffScale({ kpi, sentence, subject }: Reading): boolean {
  if (kpi.value === null || kpi.unit !== "score" || !subject.known) return false;
  const { start, end } = subject.known;
  const name = sentence.tokens[end - 1]!.key;
  const promoters = sentence.tokens.slice(start, end).some(({ key }) => key === "promoter");
  if (name.endsWith("nps") || promoters) return Math.abs(kpi.value) > 100;
  return sentence.own.marksOutOfTen.has(name) && kpi.value > 10;
}
