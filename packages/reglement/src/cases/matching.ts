/**
 * Whether each of these can have one of those to itself that fits it: pairs are made one by one, and
 * made again another way where somebody is left without.
 */
export function eachFindsOne<One, Other>(
  these: readonly One[],
  those: readonly Other[],
  fits: (one: One, other: Other) => boolean,
): boolean {
  const holders = new Map<number, number>();
  const settle = (at: number, tried: Set<number>): boolean => {
    const one = these[at];
    if (one === undefined) return false;
    for (const [place, other] of those.entries()) {
      if (tried.has(place) || !fits(one, other)) continue;
      tried.add(place);
      const holder = holders.get(place);
      if (holder !== undefined && !settle(holder, tried)) continue;
      holders.set(place, at);
      return true;
    }
    return false;
  };
  return these.every((_one, at) => settle(at, new Set()));
}
