import { useEffect, useState } from 'react';

/** A value once it has stopped changing for a while. `null` is told at once. */
export function useSettled<Value>(value: Value | null, afterMs: number): Value | null {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), afterMs);
    return () => clearTimeout(timer);
  }, [value, afterMs]);
  return value === null ? null : settled;
}
