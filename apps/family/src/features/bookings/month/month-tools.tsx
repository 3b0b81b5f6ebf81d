import { Button } from '@preau/ui/actions/button';
import { Copy, RefreshCw } from 'lucide-react';
import type { Planning, PlanningRow } from '../bookings.queries.ts';
import { repeatOfRow } from '../repeat-start.ts';
import type { Taps } from '../use-taps.ts';
import type { GridStore } from './grid-store.ts';
import classes from './month.module.css';
import { monthOf } from './month.ts';

type MonthToolsProps = {
  readonly planning: Planning;
  readonly shows: (row: PlanningRow) => boolean;
  readonly grid: GridStore;
  readonly taps: Taps;
};

/** What is done to several days at once: the service under the cursor is proposed first. */
export function MonthTools({ planning, shows, grid, taps }: MonthToolsProps) {
  const repeat = () => {
    const { rows } = monthOf(planning, shows);
    const row = rows[Math.max(grid.read().cursor.row, 0)] ?? rows[0];
    if (row) taps.repeat(repeatOfRow(planning, row.row));
  };
  return (
    <div className={classes.actions}>
      <Button
        variant="secondary"
        icon={<RefreshCw size={18} aria-hidden="true" />}
        onClick={repeat}
      >
        Répéter…
      </Button>
      <Button
        variant="secondary"
        icon={<Copy size={18} aria-hidden="true" />}
        onClick={() => taps.copy({ planning, scope: 'ce mois', childId: null })}
      >
        Copier vers…
      </Button>
    </div>
  );
}
