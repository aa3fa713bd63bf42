/** Tokens `start` up to but not including `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Which tokens lie in one of the spans. */
export type Marks = (index: number) => boolean;

export function marks(length: number, ...lists: readonly (readonly Span[])[]): Marks {
  if (lists.every((spans) => spans.length === 0)) return never;
  const marked = new Uint8Array(length + 1);
  for (const spans of lists) for (const { start, end } of spans) marked.fill(1, start, end);
  return (index) => marked[index] === 1;
}

const never: Marks = () => false;

export function holds({ start, end }: Span, index: number): boolean {
  return index >= start && index < end;
}

/** The first of the spans that holds the token. */
export function spanAt<S extends Span>(spans: readonly S[], index: number): S | null {
  for (const span of spans) if (index >= span.start && index < span.end) return span;
  return null;
}

/** The first of the spans that starts at `from` or behind it and before `to`. */
export function spanFrom<S extends Span>(spans: readonly S[], from: number, to: number): S | null {
  for (const span of spans) if (span.start >= from && span.start < to) return span;
  return null;
}

/** The spans that do not start inside the marked tokens. */
export function outside<S extends Span>(spans: readonly S[], inside: Marks): S[] {
  const kept: S[] = [];
  for (const span of spans) if (!inside(span.start)) kept.push(span);
  return kept;
}
