import { useSearchParams } from 'react-router';
import type { EnrolmentState, OwnEnrolment } from './enrolments.queries.ts';

/** Which enrolments are shown; `null` = all of that kind. Kept in the address. */
export type EnrolmentFilter = {
  readonly schoolYear: string | null;
  readonly childId: string | null;
  readonly state: EnrolmentState | null;
  /** Code of the activity. */
  readonly activity: string | null;
  readonly shows: (enrolment: OwnEnrolment) => boolean;
  /** Whether the state or the activity leaves some out. */
  readonly narrows: boolean;
  readonly show: (name: FilterName, value: string | null) => void;
  readonly clear: () => void;
};

export type FilterName = 'schoolYear' | 'childId' | 'state' | 'activity';

const words: Readonly<Record<FilterName, string>> = {
  schoolYear: 'annee',
  childId: 'enfant',
  state: 'etat',
  activity: 'accueil',
};

const stateWords: Readonly<Record<EnrolmentState, string>> = {
  requested: 'demandees',
  incomplete: 'a-completer',
  waitlisted: 'en-attente',
  accepted: 'acceptees',
  refused: 'refusees',
  ended: 'terminees',
};

export function useEnrolmentFilter(): EnrolmentFilter {
  const [query, setQuery] = useSearchParams();
  const read = (name: FilterName) => query.get(words[name]);
  const state = stateIn(read('state'));
  const activity = read('activity');
  const change = (changes: Partial<Record<FilterName, string | null>>) =>
    setQuery(
      (previous) => {
        const next = new URLSearchParams(previous);
        for (const [name, value] of Object.entries(changes) as [FilterName, string | null][]) {
          if (value === null) next.delete(words[name]);
          else next.set(words[name], wordOf(name, value));
        }
        return next;
      },
      { replace: true },
    );
  return {
    schoolYear: read('schoolYear'),
    childId: read('childId'),
    state,
    activity,
    shows: (enrolment) =>
      (state === null || enrolment.state === state) &&
      (activity === null || enrolment.activity.code === activity),
    narrows: state !== null || activity !== null,
    show: (name, value) => change({ [name]: value }),
    clear: () => change({ state: null, activity: null }),
  };
}

function wordOf(name: FilterName, value: string): string {
  return name === 'state' ? stateWords[value as EnrolmentState] : value;
}

function stateIn(word: string | null): EnrolmentState | null {
  const known = Object.entries(stateWords) as [EnrolmentState, string][];
  return known.find(([, text]) => text === word)?.[0] ?? null;
}
