import { Button } from '@preau/ui/actions/button';
import { CircleHelp, Copy } from 'lucide-react';
import { Link } from 'react-router';
import { type Organisation, usePaths } from '../../shared/organisation.ts';
import { ChildChips } from './child-chips.tsx';
import classes from './planning.module.css';
import { useChild } from './use-child.ts';
import type { ServiceFilter } from './use-service-filter.tsx';
import type { Taps } from './use-taps.ts';
import { useWeek } from './use-week.ts';
import { ViewSwitch } from './view-switch.tsx';
import { WeekBody } from './week-body.tsx';
import { WeekHeader } from './week-header.tsx';

type WeekViewProps = {
  readonly organisation: Organisation;
  readonly filter: ServiceFilter;
  readonly taps: Taps;
};

/** One week: of one child, or of all of them day by day. */
export function WeekView({ organisation, filter, taps }: WeekViewProps) {
  const paths = usePaths();
  const { children, child, showChild } = useChild();
  const week = useWeek(organisation.timeZone);
  const { data: planning } = week.planning;
  return (
    <div className={classes.week}>
      <ChildChips childList={children} shown={child?.id ?? null} onShow={showChild} />
      <div className={classes.tools}>
        <ViewSwitch />
        {filter.control(planning)}
      </div>
      <WeekHeader week={week} />
      <WeekBody week={week} child={child} organisation={organisation} filter={filter} taps={taps} />
      <div className={classes.weekFoot}>
        <Link to={paths.legend} className={classes.help}>
          <CircleHelp size={20} aria-hidden="true" />
          Comprendre les couleurs et les signes
        </Link>
        {planning ? (
          <Button
            variant="secondary"
            icon={<Copy size={18} aria-hidden="true" />}
            onClick={() =>
              taps.copy({ planning, scope: 'cette semaine', childId: child?.id ?? null })
            }
          >
            Copier vers…
          </Button>
        ) : null}
      </div>
    </div>
  );
}
