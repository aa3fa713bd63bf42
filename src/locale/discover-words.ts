/** What a column may be about, where the reader can say it is otherwise. */
type Role = string;

/** The words of the page Ontdek. Names and numbers arrive as they are shown. */
export interface DiscoverWords {
  readonly title: string;
  /** the page's sentence before anything is known */
  readonly opening: string;
  readonly drop: {
    readonly title: string;
    readonly text: string;
    readonly choose: string;
    readonly kinds: string;
    readonly sending: (name: string) => string;
    readonly list: string;
    readonly remove: string;
    readonly removeFile: (name: string) => string;
    readonly replaced: (names: string, count: number) => string;
    readonly datasets: (names: string) => string;
  };
  readonly understood: {
    readonly title: string;
    readonly text: string;
    readonly busy: string;
    readonly file: (names: string, rows: string, span: string | null) => string;
    readonly rejected: (count: string) => string;
    readonly written: (parts: string) => string;
    readonly encoding: (name: string) => string;
    readonly delimiter: (sign: string) => string;
    readonly decimal: (sign: string) => string;
    /** before the choice of a sheet; the file where there are several */
    readonly sheet: (file: string | null) => string;
    readonly firstSheets: string;
    readonly column: string;
    readonly example: string;
    readonly about: string;
    readonly why: string;
    readonly aboutOf: (column: string) => string;
    readonly nothing: string;
    readonly said: string;
    readonly reason: (code: string, value: string, sure: string) => string;
    readonly roles: Readonly<Record<Role, string>>;
    readonly doubts: string;
  };
  readonly run: {
    readonly start: string;
    readonly again: string;
    readonly busy: string;
    readonly changed: string;
  };
  readonly story: {
    readonly contents: string;
    readonly table: (name: string) => string;
    readonly export: string;
    readonly exportText: (rows: string) => string;
    readonly xlsx: string;
    readonly csv: string;
    readonly private: string;
  };
  readonly chances: {
    readonly title: string;
    readonly found: (count: number) => string;
    readonly none: string;
    readonly target: (value: string, span: string, baseline: string) => string;
    readonly worth: (value: string, low: string, high: string) => string;
    readonly unpriced: string;
    readonly size: (customers: string) => string;
    readonly why: string;
    readonly do: Readonly<Record<"start" | "stop" | "continue", string>>;
    readonly choose: (kpi: string) => string;
    readonly take: (count: number) => string;
    readonly taking: string;
    readonly taken: (count: number, files: string) => string;
    readonly there: string;
    readonly undo: string;
    readonly undone: string;
    readonly see: string;
  };
  readonly failed: string;
}
