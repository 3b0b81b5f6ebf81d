/**
 * Remembers what `compute` answered for each key, and forgets everything once `limit` keys are held.
 * The bound is a safety net against keys that come from a request (days, quotients): in ordinary use
 * it is never reached, so dropping the whole memory is cheaper than keeping an order of use.
 *
 * @param limit greatest number of keys held
 * @param compute pure function of the key; must not answer `undefined`
 */
export function boundedMemo<Key extends string | number, Value extends {} | null>(
  limit: number,
  compute: (key: Key) => Value,
): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const held = known.get(key);
    if (held !== undefined) return held;
    const value = compute(key);
    if (known.size >= limit) known.clear();
    known.set(key, value);
    return value;
  };
}
