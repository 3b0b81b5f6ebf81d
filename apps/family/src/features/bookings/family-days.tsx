import { formatDayLong } from '@preau/domain/explain/format-fr';
import { formatEuros } from '@preau/domain/money/cents';
import { day } from '@preau/domain/time/day';
import { FormulaCard } from '@preau/ui/planning/formula-card';
import { PlanningCell } from '@preau/ui/planning/planning-cell';
import { capitalised } from '@preau/ui/text/capitalised';
import { useMemo } from 'react';
import type { Planning } from './bookings.queries.ts';
import { asksFirst } from './cell.ts';
import { nameOf } from './cell-name.ts';
import { daysOf, type FamilyDay } from './family-day.ts';
import { faceOf } from './formula.ts';
import classes from './planning.module.css';
import { useDraft } from './use-draft.ts';
import type { ServiceFilter } from './use-service-filter.tsx';
import type { Taps } from './use-taps.ts';

type FamilyDaysProps = {
  readonly planning: Planning;
  readonly filter: ServiceFilter;
  readonly taps: Taps;
};

/** All the children, day by day, side by side. */
export function FamilyDays({ planning, filter, taps }: FamilyDaysProps) {
  const { draft } = useDraft();
  const days = useMemo(
    () => daysOf(planning, draft, filter.shows),
    [planning, draft, filter.shows],
  );
  return days.map((one) => <OneDay key={one.on} one={one} taps={taps} />);
}

function OneDay({ one, taps }: { readonly one: FamilyDay; readonly taps: Taps }) {
  const titleId = `jour-${one.on}`;
  return (
    <section className={classes.familyDay} aria-labelledby={titleId}>
      <h3 id={titleId}>{capitalised(formatDayLong(day(one.on)))}</h3>
      {one.services.length > 0 ? (
        <div
          className={classes.together}
          style={{ '--children': one.children.length } as React.CSSProperties}
        >
          <span className={classes.togetherHead} aria-hidden="true" />
          {one.children.map(({ id, firstName }) => (
            <strong key={id} className={classes.togetherHead} aria-hidden="true">
              {firstName}
            </strong>
          ))}
          {one.services.map((service) => [
            <span key={service.title} className={classes.togetherService} aria-hidden="true">
              {service.title}
            </span>,
            ...service.cells.map((cell, at) => {
              const child = one.children[at];
              const key = `${service.title}/${child?.id}`;
              if (!cell || !child) return <span key={key} />;
              return (
                <PlanningCell
                  key={key}
                  view={cell.view}
                  word={cell.word}
                  asksFirst={asksFirst(cell)}
                  day={child.firstName}
                  name={nameOf(service.title, child.firstName, cell)}
                  onTap={() => taps.tap(cell, service.title, child.firstName)}
                />
              );
            }),
          ])}
        </div>
      ) : null}
      {one.formulas.map(({ section, options, firstName }) => {
        const face = faceOf(options);
        return (
          <FormulaCard
            key={`${firstName}/${section.key}`}
            view={face.view}
            title={`${firstName} · ${section.title} · ${face.title}`}
            detail={face.detail}
            price={face.cents === null ? undefined : formatEuros(face.cents)}
            onOpen={() => taps.open(section, options, firstName)}
          />
        );
      })}
    </section>
  );
}
