export interface Turns {
  /** does a task when those that asked before are done */
  <T>(task: () => Promise<T>): Promise<T>;
  /** called by who has the turn: does what takes long and needs no turn, while the others go on, and waits for a turn again */
  aside<T>(task: () => Promise<T>): Promise<T>;
}

/** Lets one task at a time have the warehouse's connection, in the order in which they asked. */
export function takeTurns(): Turns {
  let last: Promise<void> = Promise.resolve();
  let leave: () => void = () => undefined;

  async function enter(): Promise<void> {
    const before = last;
    let left: () => void = () => undefined;
    last = new Promise((resolve) => {
      left = resolve;
    });
    await before;
    leave = left;
  }

  async function turn<T>(task: () => Promise<T>): Promise<T> {
    await enter();
    try {
      return await task();
    } finally {
      leave();
    }
  }

  async function aside<T>(task: () => Promise<T>): Promise<T> {
    leave();
    try {
      return await task();
    } finally {
      await enter();
    }
  }

  return Object.assign(turn, { aside });
}
