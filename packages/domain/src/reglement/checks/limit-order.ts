import type { Limit } from '../document.ts';

/**
 * Whether a limit is never later than another, whatever the day; `null` never ends. Only limits that
 * can be compared without a calendar are: of one kind and unit, without exceptions.
 */
export function isNeverLater(limit: Limit | null, other: Limit | null): boolean {
  if (other === null) return true;
  if (limit === null || !isPlain(limit) || !isPlain(other)) return false;
  if (limit.kind === 'notStated') return false;
  if (other.kind === 'sameDay' && endsBeforeTheDay(limit)) return true;
  const one = rankOf(limit);
  const reached = rankOf(other);
  return one !== null && reached !== null && one.sort === reached.sort && !isAbove(one, reached);
}

/** What is larger is later; what is not of one sort cannot be compared. */
type Rank = { readonly sort: string; readonly steps: readonly (number | string)[] };

function rankOf(limit: Limit): Rank | null {
  const minute = limit.inclusive === true ? 1 : 0;
  switch (limit.kind) {
    case 'hoursBefore':
      return {
        sort: `hours ${limit.unit} ${limit.from ?? 'sessionStart'}`,
        steps: [-limit.hours, minute],
      };
    case 'daysBefore':
      return { sort: `days ${limit.unit}`, steps: [-limit.days, limit.at, minute] };
    case 'sameDay':
      return { sort: 'sameDay', steps: [limit.at, minute] };
    case 'weekCutoff':
      return { sort: 'week', steps: [-limit.weeksBefore, limit.weekday, limit.at, minute] };
    case 'dayOfPrecedingMonth':
      return {
        sort: 'month',
        steps: [-(limit.monthsBefore ?? 1), limit.day, limit.at, minute],
      };
    case 'monthsBefore':
      return { sort: 'months', steps: [-limit.months, limit.at, minute] };
    case 'windowEnd':
      return { sort: 'window', steps: [minute] };
    case 'weekdayMap':
    case 'dates':
    case 'notStated':
      return null;
  }
}

function isAbove(one: Rank, other: Rank): boolean {
  const at = one.steps.findIndex((step, index) => step !== other.steps[index]);
  const mine = one.steps[at];
  const theirs = other.steps[at];
  if (mine === undefined || theirs === undefined) return false;
  return mine > theirs;
}

function isPlain({ anchor, unless, overrides }: Limit): boolean {
  return (
    (anchor === undefined || anchor === 'session') &&
    unless === undefined &&
    (overrides === undefined || overrides.length === 0)
  );
}

/** At 00:00 of the day of the session, at the latest. */
function endsBeforeTheDay(limit: Limit): boolean {
  if (limit.inclusive === true) return false;
  switch (limit.kind) {
    case 'daysBefore':
    case 'weekdayMap':
    case 'monthsBefore':
      return true;
    case 'weekCutoff':
      return limit.weeksBefore > 0;
    case 'dayOfPrecedingMonth':
      return (limit.monthsBefore ?? 1) > 0;
    case 'hoursBefore':
      return limit.from === 'dayStart';
    case 'sameDay':
    case 'dates':
    case 'windowEnd':
    case 'notStated':
      return false;
  }
}
