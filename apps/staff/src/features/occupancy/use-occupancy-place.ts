import { type Day, day, isDay } from '@preau/domain/time/day';
import { localDayOf } from '@preau/domain/time/instant';
import { useSearchParams } from 'react-router';
import { deviceNow } from '../../shared/clock.ts';
import { useOrganisation } from '../../shared/organisation.ts';
import { type Month, monthOf } from './months.ts';
import type { Place } from './rows.ts';

/**
 * The month, the site, the activity and the day looked at are in the address: reloaded, or sent to
 * a colleague, it is the same page. The present day is the device's until the server has told.
 */
export function useOccupancyPlace() {
  const [query, setQuery] = useSearchParams();
  const { data: organisation } = useOrganisation();
  const today = localDayOf(deviceNow(), organisation?.timeZone ?? 'Europe/Paris');
  const chosenDay = query.get('jour');
  const on: Day | null = chosenDay !== null && isDay(chosenDay) ? day(chosenDay) : null;
  const unitId = query.get('accueil');
  const change = (changes: Readonly<Record<string, string | null>>) => {
    const next = new URLSearchParams(query);
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) next.delete(name);
      else next.set(name, value);
    }
    setQuery(next, { replace: true });
  };
  return {
    today,
    month: monthOf(query.get('mois'), on ?? today),
    facility: query.get('site'),
    activity: query.get('activite'),
    on,
    opened: on === null || unitId === null ? null : ({ unitId, on } satisfies Place),
    showMonth: (month: Month) => change({ mois: month, jour: null, accueil: null }),
    showFacility: (id: string | null) => change({ site: id, accueil: null }),
    showActivity: (code: string | null) => change({ activite: code, accueil: null }),
    /** A day of the list of a phone. */
    showDay: (next: Day) => change({ mois: next.slice(0, 7), jour: next, accueil: null }),
    open: (place: Place | null) =>
      change(
        place === null
          ? { accueil: null }
          : { jour: place.on, accueil: place.unitId, mois: place.on.slice(0, 7) },
      ),
  };
}
