import { formatClock, formatDayShort } from '@preau/domain/explain/format-fr';
import { formatEuros } from '@preau/domain/money/cents';
import { FormulaCard } from '@preau/ui/planning/formula-card';
import { PlanningCell } from '@preau/ui/planning/planning-cell';
import { capitalised } from '@preau/ui/text/capitalised';
import { nameOf } from './cell-name.ts';
import { faceOf } from './formula.ts';
import classes from './planning.module.css';
import type { Child } from './use-child.ts';
import type { Taps } from './use-taps.ts';
import type { FormulaSection, Section, UnitSection } from './week.ts';

type WeekSectionsProps = {
  readonly sections: readonly Section[];
  readonly child: Child;
  readonly taps: Taps;
};

/** Everything the child can be booked in, service after service. */
export function WeekSections({ sections, child, taps }: WeekSectionsProps) {
  return sections.map((section) =>
    section.kind === 'unit' ? (
      <UnitRow key={section.key} section={section} child={child} onTap={taps.tap} />
    ) : (
      <FormulaDays key={section.key} section={section} child={child} onOpen={taps.open} />
    ),
  );
}

type UnitRowProps = {
  readonly section: UnitSection;
  readonly child: Child;
  readonly onTap: Taps['tap'];
};

function UnitRow({ section, child, onTap }: UnitRowProps) {
  const titleId = `service-${section.key}`;
  return (
    <section className={classes.service} aria-labelledby={titleId}>
      <div className={classes.serviceHead}>
        <h3 id={titleId}>{section.title}</h3>
        {section.price === null ? null : (
          <span className={classes.price}>{formatEuros(section.price)}</span>
        )}
        <span className={classes.hours}>
          {formatClock(section.startsAt)} – {formatClock(section.endsAt)}
        </span>
      </div>
      <fieldset className={classes.cells} aria-labelledby={titleId}>
        {section.cells.map((cell) => (
          <PlanningCell
            key={cell.on}
            view={cell.view}
            word={cell.word}
            day={formatDayShort(cell.on)}
            name={nameOf(section.title, child.firstName, cell)}
            onTap={() => onTap(cell, section.title, child.firstName)}
          />
        ))}
      </fieldset>
    </section>
  );
}

type FormulaDaysProps = {
  readonly section: FormulaSection;
  readonly child: Child;
  readonly onOpen: Taps['open'];
};

function FormulaDays({ section, child, onOpen }: FormulaDaysProps) {
  const titleId = `service-${section.key}`;
  return (
    <section className={classes.service} aria-labelledby={titleId}>
      <div className={classes.serviceHead}>
        <h3 id={titleId}>{section.title}</h3>
        <span className={classes.hours}>{section.facility}</span>
      </div>
      {section.days.map(({ on, options }) => {
        const face = faceOf(options);
        return (
          <FormulaCard
            key={on}
            view={face.view}
            title={`${capitalised(formatDayShort(on))} · ${face.title}`}
            detail={face.detail}
            price={face.cents === null ? undefined : formatEuros(face.cents)}
            onOpen={() => onOpen(section, options, child.firstName)}
          />
        );
      })}
    </section>
  );
}
