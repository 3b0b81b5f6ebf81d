/** Twenty-three school days and two Saturdays: twenty-five columns. */
export const month = '2027-03';

const services = ['Matin', 'Midi', 'Soir', 'Étude', 'Garderie', 'Atelier'];
const names = ['Ada', 'Basile', 'Célia', 'Daoud', 'Elsa', 'Farid'];
const saturdays = new Set(['2027-03-06', '2027-03-13']);

const children = names.map((firstName, index) => ({
  id: `child-${index}`,
  firstName,
  schoolClass: 'CE1',
}));

/** What `/me` tells of a household of six. */
export const largeHousehold = { children };

/** A planning of six children by six services, every day of the month free. */
export function largeMonth() {
  const days = Array.from({ length: 31 }, (_, index) => {
    const on = `${month}-${String(index + 1).padStart(2, '0')}`;
    const weekend = [0, 6].includes(new Date(`${on}T12:00:00Z`).getUTCDay());
    return { on, kind: weekend ? 'weekend' : 'school', label: null };
  });
  const open = days.filter(({ on, kind }) => kind === 'school' || saturdays.has(on));
  return {
    now: '2026-11-16T08:00:00.000Z',
    timeZone: 'Europe/Paris',
    days,
    children,
    reasons: [],
    rows: children.flatMap(({ id }) => services.map((label) => rowOf(id, label, open))),
  };
}

function rowOf(childId: string, label: string, days: readonly { readonly on: string }[]) {
  return {
    childId,
    unit: label,
    unitLabel: label,
    activity: label,
    activityLabel: label,
    facility: 'École Jean-Moulin',
    startsAt: '07:30',
    endsAt: '08:30',
    excludes: [],
    on: days.map(({ on }) => on),
    sessionId: days.map(({ on }) => `${childId}-${label}-${on}`),
    state: days.map(() => null),
    constraint: days.map(() => 'free'),
    limitAt: days.map(() => '2027-02-26T06:30:00.000Z'),
    placesLeft: days.map(() => 5),
    cents: days.map(() => 170),
    unitCents: days.map(() => 170),
    reasons: days.map(() => []),
    waitingList: 'online',
    queue: [],
  };
}
