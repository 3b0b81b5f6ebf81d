import { type OfficeHours, openingNow, openingWords } from '@preau/ui/contact/opening-now';
import { useEffect, useState } from 'react';
import { deviceNow } from './clock.ts';

type OpeningLineProps = {
  readonly officeHours: readonly OfficeHours[];
  readonly timeZone: string;
};

const longestTimerMs = 2 ** 31 - 1;

/** « Ouvert maintenant, jusqu’à 12 h », « Fermé, ouvre mardi à 9 h »; it follows the clock. */
export function OpeningLine({ officeHours, timeZone }: OpeningLineProps) {
  const [now, setNow] = useState(deviceNow);
  const opening = openingNow(officeHours, now, timeZone);
  const changesAt = opening?.changesAt ?? null;

  useEffect(() => {
    if (changesAt === null) return;
    const wait = Math.max(0, changesAt - deviceNow());
    const timer = setTimeout(() => setNow(deviceNow()), Math.min(wait, longestTimerMs));
    return () => clearTimeout(timer);
  }, [changesAt]);

  if (opening === null) return null;
  return (
    <span data-opening={opening.kind}>
      <strong>{openingWords(opening)}</strong>
    </span>
  );
}
