import { isDeepStrictEqual } from 'node:util';
import { Document, isMap, isScalar, Scalar, visit } from 'yaml';
import type { WrittenReglement } from './read-reglement.ts';

const WIDTH = 100;
/** What fits on a line is easier to read on one. */
const MOST_PAIRS_ON_A_LINE = 5;
const clock = /^\d{2}:\d{2}$/;

/** A règlement and its cases as YAML, which `readReglement` reads as the same. */
export function writeReglement({ document, cases }: WrittenReglement): string {
  const activities = document.activities.map((activity) =>
    isDeepStrictEqual(activity.booking, activity.cancelling)
      ? { ...activity, cancelling: 'sameAsBooking' }
      : activity,
  );
  const whole = {
    ...document,
    activities,
    ...(cases.length > 0 ? { cases: cases.map(written) } : {}),
  };
  const yaml = new Document(whole, { aliasDuplicateObjects: false });
  visit(yaml, {
    Scalar: (key, scalar) => {
      // Other readers of YAML take 24:00 for a number of minutes.
      if (key === 'value' && clock.test(String(scalar.value))) scalar.type = Scalar.QUOTE_DOUBLE;
    },
    Map: (_key, map) => {
      if (map.items.length > MOST_PAIRS_ON_A_LINE) return;
      map.flow = map.items.every(
        ({ value }) => isScalar(value) || (isMap(value) && value.items.length === 0),
      );
    },
  });
  return yaml.toString({ lineWidth: WIDTH });
}

/** The moments of a case are written as they are said: `2026-10-05 10:00`. */
function written(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(written);
  if (typeof value !== 'object' || value === null) return value;
  const pairs = Object.entries(value);
  if (pairs.length === 2 && 'on' in value && 'at' in value && typeof value.at === 'string') {
    return `${String(value.on)} ${value.at}`;
  }
  return Object.fromEntries(pairs.map(([key, field]) => [key, written(field)]));
}
