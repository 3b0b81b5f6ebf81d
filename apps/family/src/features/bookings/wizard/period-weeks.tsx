import { formatDayLong, formatDayShort } from '@preau/domain/explain/format-fr';
import { formatEuros } from '@preau/domain/money/cents';
import { isoWeekOf } from '@preau/domain/time/day';
import { FormulaCard } from '@preau/ui/planning/formula-card';
import { PlanningCell } from '@preau/ui/planning/planning-cell';
import { capitalised } from '@preau/ui/text/capitalised';
import { formatWeek } from '../../../shared/format.ts';
import { asksFirst, type Cell } from '../cell.ts';
import { nameOf } from '../cell-name.ts';
import { faceOf } from '../formula.ts';
import planning from '../planning.module.css';
import type { Taps } from '../use-taps.ts';
import type { FormulaSection, UnitSection } from '../week.ts';
import { type DayRange, isWithin, type PeriodWeek } from './period-weeks.ts';
import type { Child } from './use-booking-place.ts';
import classes from './wizard.module.css';

type PeriodWeeksProps = {
  readonly weeks: readonly PeriodWeek[];
  readonly range: DayRange;
  readonly child: Child;
  readonly taps: Taps;
};

/** The days of a period, week under week. */
export function PeriodWeeks({ weeks, range, child, taps }: PeriodWeeksProps) {
  const several = weeks.some(({ sections }) => sections.length > 1);
  return (
    <div className={classes.weeks}>
      {weeks.map(({ monday, sections }) => {
        const titleId = `semaine-${monday}`;
        return (
          <section key={monday} className={classes.week} aria-labelledby={titleId}>
            <h2 id={titleId} className={classes.weekTitle}>
              {formatWeek(monday)}
              <span className={classes.soft}> · semaine {isoWeekOf(monday).week}</span>
            </h2>
            {sections.map((section) =>
              section.kind === 'unit' ? (
                <UnitDays
                  key={section.key}
                  section={section}
                  named={several}
                  range={range}
                  child={child}
                  taps={taps}
                />
              ) : (
                <FormulaDays key={section.key} section={section} child={child} taps={taps} />
              ),
            )}
          </section>
        );
      })}
    </div>
  );
}

type UnitDaysProps = {
  readonly section: UnitSection;
  /** Whether its name has to be told: there are others. */
  readonly named: boolean;
  readonly range: DayRange;
  readonly child: Child;
  readonly taps: Taps;
};

function UnitDays({ section, named, range, child, taps }: UnitDaysProps) {
  const { cells, title } = section;
  const columns = { '--columns': cells.length } as React.CSSProperties;
  return (
    <div className={classes.unitDays} style={columns}>
      {named ? <h3>{title}</h3> : null}
      <div className={planning.days} aria-hidden="true">
        {cells.map(({ on }) => (
          <DayHead key={on} on={on} />
        ))}
      </div>
      <fieldset className={planning.cells} aria-label={title}>
        {cells.map((cell) =>
          isWithin(cell.on, range) ? (
            <PlanningCell
              key={cell.on}
              view={cell.view}
              word={cell.word}
              asksFirst={asksFirst(cell)}
              day={formatDayShort(cell.on)}
              name={nameOf(title, child.firstName, cell)}
              onTap={() => taps.tap(cell, title, child.firstName)}
            />
          ) : (
            <span key={cell.on} />
          ),
        )}
      </fieldset>
    </div>
  );
}

function DayHead({ on }: Pick<Cell, 'on'>) {
  const [weekday, date] = formatDayShort(on).split(' ');
  return (
    <div className={planning.day} title={formatDayLong(on)}>
      <span>{weekday}</span>
      <strong>{date?.split('\u00a0')[0]}</strong>
    </div>
  );
}

type FormulaDaysProps = {
  readonly section: FormulaSection;
  readonly child: Child;
  readonly taps: Taps;
};

/** A day on which one formula among several is chosen. */
function FormulaDays({ section, child, taps }: FormulaDaysProps) {
  return section.days.map(({ on, options }) => {
    const face = faceOf(options);
    return (
      <FormulaCard
        key={on}
        view={face.view}
        title={`${capitalised(formatDayShort(on))} · ${face.title}`}
        detail={face.detail}
        price={face.cents === null ? undefined : formatEuros(face.cents)}
        onOpen={() => taps.open(section, options, child.firstName)}
      />
    );
  });
}
