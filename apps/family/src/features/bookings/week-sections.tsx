import { formatClock, formatDayShort } from '@preau/domain/explain/format-fr';
import { formatEuros } from '@preau/domain/money/cents';
import { VisuallyHidden } from '@preau/ui/feedback/visually-hidden';
import { FormulaCard } from '@preau/ui/planning/formula-card';
import { PlanningCell } from '@preau/ui/planning/planning-cell';
import { capitalised } from '@preau/ui/text/capitalised';
import { CircleHelp, RefreshCw } from 'lucide-react';
import { asksFirst } from './cell.ts';
import { nameOf } from './cell-name.ts';
import { faceOf } from './formula.ts';
import classes from './planning.module.css';
import { repeatOfFormulas, repeatOfUnit } from './repeat-start.ts';
import type { Child } from './use-child.ts';
import type { Taps } from './use-taps.ts';
import { waysWords } from './ways.ts';
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
      <UnitRow key={section.key} section={section} child={child} taps={taps} />
    ) : (
      <FormulaDays key={section.key} section={section} child={child} taps={taps} />
    ),
  );
}

type UnitRowProps = {
  readonly section: UnitSection;
  readonly child: Child;
  readonly taps: Taps;
};

function UnitRow({ section, child, taps }: UnitRowProps) {
  const titleId = `service-${section.key}`;
  const told = [
    ...(section.price === null ? [] : [formatEuros(section.price)]),
    `${formatClock(section.startsAt)} – ${formatClock(section.endsAt)}`,
    ...listOf(waysWords(section.ways)),
  ];
  return (
    <section className={classes.service} aria-labelledby={titleId}>
      <ServiceHead
        titleId={titleId}
        title={section.title}
        detail={told.join(' · ')}
        onRules={() => taps.rules(rulesOf(section))}
        onRepeat={() => taps.repeat(repeatOfUnit(section, child.id))}
      />
      <fieldset className={classes.cells} aria-labelledby={titleId}>
        {section.cells.map((cell) => (
          <PlanningCell
            key={cell.on}
            view={cell.view}
            word={cell.word}
            asksFirst={asksFirst(cell)}
            day={formatDayShort(cell.on)}
            name={nameOf(section.title, child.firstName, cell)}
            onTap={() => taps.tap(cell, section.title, child.firstName)}
          />
        ))}
      </fieldset>
    </section>
  );
}

type ServiceHeadProps = {
  readonly titleId: string;
  readonly title: string;
  /** Price, hours or site. */
  readonly detail: string;
  readonly onRules: () => void;
  readonly onRepeat: () => void;
};

function ServiceHead({ titleId, title, detail, onRules, onRepeat }: ServiceHeadProps) {
  return (
    <div className={classes.serviceHead}>
      <div className={classes.serviceTitle}>
        <h3 id={titleId}>{title}</h3>
        <span className={classes.detail}>{detail}</span>
      </div>
      <button type="button" className={classes.repeat} onClick={onRules}>
        <CircleHelp size={18} aria-hidden="true" />
        <span className={classes.rulesWord}>Règles</span>
        <VisuallyHidden>{` : ${title}`}</VisuallyHidden>
      </button>
      <button type="button" className={classes.repeat} onClick={onRepeat}>
        <RefreshCw size={18} aria-hidden="true" />
        Répéter
        <VisuallyHidden>{` : ${title}`}</VisuallyHidden>
      </button>
    </div>
  );
}

type FormulaDaysProps = {
  readonly section: FormulaSection;
  readonly child: Child;
  readonly taps: Taps;
};

function FormulaDays({ section, child, taps }: FormulaDaysProps) {
  const titleId = `service-${section.key}`;
  return (
    <section className={classes.service} aria-labelledby={titleId}>
      <ServiceHead
        titleId={titleId}
        title={section.title}
        detail={[section.facility, ...listOf(waysWords(section.ways))].join(' · ')}
        onRules={() => taps.rules(rulesOf(section))}
        onRepeat={() => taps.repeat(repeatOfFormulas(section, child.id))}
      />
      {section.days.map(({ on, options }) => {
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
      })}
    </section>
  );
}

/** The whole rules of a service, at what is asked most. */
const rulesOf = ({ activity, title }: Section) => ({ activity, title, topic: null });

const listOf = (words: string | null): readonly string[] => (words === null ? [] : [words]);
