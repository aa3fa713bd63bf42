/** What the browser keeps for the reader. Storage may be blocked or full: then nothing is kept, and nothing breaks. */
export function recall(storage: () => Storage, key: string): string | null {
  try {
    return storage().getItem(key);
  } catch {
    return null;
  }
}

export function keep(storage: () => Storage, key: string, value: string): void {
  try {
    storage().setItem(key, value);
  } catch {
    // the page works without it
  }
}

export const lasting = () => localStorage;
export const thisVisit = () => sessionStorage;
