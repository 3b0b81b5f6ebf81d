import { useQueryClient } from '@tanstack/react-query';
import { SelectField } from '@preau/ui/forms/select-field';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { keptPlannings, type Planning, type PlanningRow } from './bookings.queries.ts';
import classes from './planning.module.css';

/** What is shown of the planning: one service, one site, or everything. */
export type ServiceFilter = {
  readonly shows: (row: PlanningRow) => boolean;
  /** Whether something is left out. */
  readonly active: boolean;
  readonly clear: () => void;
  /** The list to choose from; nothing while there is nothing to choose between. */
  readonly control: (planning: Planning | undefined) => React.ReactNode;
};

const names = ['service', 'site'] as const;

/** « Service / site », kept in the address. */
export function useServiceFilter(): ServiceFilter {
  const [query, setQuery] = useSearchParams();
  const service = query.get('service');
  const site = query.get('site');
  return useMemo(() => {
    const choose = (value: string) =>
      setQuery(
        (previous) => {
          const next = new URLSearchParams(previous);
          for (const name of names) next.delete(name);
          const [name, ...rest] = value.split(':');
          if (name === 'service' || name === 'site') next.set(name, rest.join(':'));
          return next;
        },
        { replace: true },
      );
    const value = service !== null ? `service:${service}` : site !== null ? `site:${site}` : '';
    return {
      shows: (row) =>
        (service === null || row.activity === service) && (site === null || row.facility === site),
      active: value !== '',
      clear: () => choose(''),
      control: (planning) => <FilterList planning={planning} value={value} onChoose={choose} />,
    };
  }, [service, site, setQuery]);
}

type FilterListProps = {
  readonly planning: Planning | undefined;
  readonly value: string;
  readonly onChoose: (value: string) => void;
};

function FilterList({ planning, value, onChoose }: FilterListProps) {
  const client = useQueryClient();
  const options = useMemo(
    () => optionsOf([...(planning ? [planning] : []), ...keptPlannings(client)]),
    [planning, client],
  );
  if (options.length < 2 && value === '') return null;
  const known = options.some((option) => option.value === value);
  return (
    <div className={classes.filter}>
      <SelectField
        label="Service / site"
        value={value}
        options={[
          { value: '', label: 'Tous les services' },
          ...options,
          ...(value === '' || known ? [] : [{ value, label: value.slice(value.indexOf(':') + 1) }]),
        ]}
        onChoose={onChoose}
      />
    </div>
  );
}

/** Services, then sites where there are several, of every week seen so far. */
function optionsOf(plannings: readonly Planning[]) {
  const rows = plannings.flatMap((planning) => planning.rows);
  const services = new Map(rows.map(({ activity, activityLabel }) => [activity, activityLabel]));
  const sites = new Set(rows.map(({ facility }) => facility));
  return [
    ...[...services].map(([code, label]) => ({ value: `service:${code}`, label })),
    ...(sites.size > 1
      ? [...sites].map((site) => ({ value: `site:${site}`, label: `Site : ${site}` }))
      : []),
  ];
}
