/** Does a bounded number of things at once; the others wait for their turn, in order. */
export type Slots = { run<T>(work: () => Promise<T>): Promise<T> };

/** @param size how many at once. */
export function createSlots(size: number): Slots {
  let free = size;
  const waiting: (() => void)[] = [];
  const leave = () => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };
  return {
    run: async (work) => {
      if (free > 0) free -= 1;
      else {
        await new Promise<void>((resolve) => {
          waiting.push(resolve);
        });
      }
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}
