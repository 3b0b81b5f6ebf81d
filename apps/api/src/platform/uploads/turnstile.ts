/** Lets a bounded number in at once, and few of the same person: a form lies in memory meanwhile. */
export type Turnstile = {
  /** How to leave, once; `null` when there is no room. */
  enter(person: string): (() => void) | null;
};

export function createTurnstile(most: {
  readonly inAll: number;
  readonly ofOne: number;
}): Turnstile {
  const inside = new Map<string, number>();
  let all = 0;
  return {
    enter: (person) => {
      const own = inside.get(person) ?? 0;
      if (all >= most.inAll || own >= most.ofOne) return null;
      all += 1;
      inside.set(person, own + 1);
      let left = false;
      return () => {
        if (left) return;
        left = true;
        all -= 1;
        const rest = (inside.get(person) ?? 1) - 1;
        if (rest === 0) inside.delete(person);
        else inside.set(person, rest);
      };
    },
  };
}
