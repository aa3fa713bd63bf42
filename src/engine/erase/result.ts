/** Lines of one file in which a person stands. */
export interface FileTrace {
  /** relative to the workspace */
  readonly file: string;
  readonly rows: number;
  /** from 1, at most a thousand; of JSON and Parquet the numbers of the rows */
  readonly lines: readonly number[];
}

export interface EraseRequest {
  /** an id, an e-mail address, a telephone number or a pseudonym */
  readonly customer: string;
  /** false: only find, and change nothing */
  readonly confirmed: boolean;
  /** what was typed to ask for it, for the record; without the id */
  readonly command: string;
}

/** Rows of a person in one place, before and after. */
export interface ErasedPlace {
  readonly place: string;
  readonly before: number;
  readonly after: number;
  /** rows that were removed, or that would be */
  readonly rows: number;
}

export interface EraseResult {
  /** keyed hash of the id that was typed; null where nothing was removed and there is no key */
  readonly customer: string | null;
  readonly erased: boolean;
  /** ids of the person that were found, the typed one among them */
  readonly ids: number;
  readonly removed: readonly ErasedPlace[];
  /** rows of the person that are still kept in any of the places */
  readonly left: number;
  /** files of the user in which the person still stands */
  readonly files: readonly FileTrace[];
  /** datasets whose files cannot be read, so that nothing is known of them */
  readonly unread: readonly string[];
}
