import { IconButton } from '@preau/ui/actions/button';
import { SelectField } from '@preau/ui/forms/select-field';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { monthBeside } from './months.ts';
import type { Occupancy } from './occupancy.queries.ts';
import classes from './occupancy-page.module.css';
import { activitiesOf } from './rows.ts';
import type { useOccupancyPlace } from './use-occupancy-place.ts';

type OccupancyToolsProps = {
  readonly place: ReturnType<typeof useOccupancyPlace>;
  readonly data: Occupancy | undefined;
  readonly title: string;
};

/** From a month to the next; which site and which activity. */
export function OccupancyTools({ place, data, title }: OccupancyToolsProps) {
  const step = (by: -1 | 1) => place.showMonth(monthBeside(place.month, by));
  return (
    <div className={classes.tools}>
      <div className={classes.months}>
        <IconButton label="Mois précédent" bordered onClick={() => step(-1)}>
          <ChevronLeft size={24} aria-hidden="true" />
        </IconButton>
        <p className={classes.month}>{title}</p>
        <IconButton label="Mois suivant" bordered onClick={() => step(1)}>
          <ChevronRight size={24} aria-hidden="true" />
        </IconButton>
      </div>
      {data ? (
        <div className={classes.filters}>
          <SelectField
            label="Site"
            value={place.facility ?? ''}
            options={[
              { value: '', label: 'Tous les sites' },
              ...data.facilities.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChoose={(id) => place.showFacility(id === '' ? null : id)}
          />
          <SelectField
            label="Activité"
            value={place.activity ?? ''}
            options={[
              { value: '', label: 'Toutes les activités' },
              ...activitiesOf(data).map(({ code, label }) => ({ value: code, label })),
            ]}
            onChoose={(code) => place.showActivity(code === '' ? null : code)}
          />
        </div>
      ) : null}
    </div>
  );
}
