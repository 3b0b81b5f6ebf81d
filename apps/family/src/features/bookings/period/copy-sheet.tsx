import { addDays, type Day, day, lastOfMonth, mondayOf } from '@preau/domain/time/day';
import { Button } from '@preau/ui/actions/button';
import { SelectField } from '@preau/ui/forms/select-field';
import { Chip } from '@preau/ui/navigation/chip';
import { Sheet } from '@preau/ui/overlays/sheet';
import { useMemo, useState } from 'react';
import { formatWeek } from '../../../shared/format.ts';
import type { Organisation } from '../../../shared/organisation.ts';
import type { Planning } from '../bookings.queries.ts';
import { useChild } from '../use-child.ts';
import { draftStore } from '../use-draft.ts';
import { strokeWords, useGestures } from '../use-gestures.ts';
import { copyOf, patternOfWeek } from './copy.ts';
import { type DateRange, DateRangeFields } from './date-range.tsx';
import { type Period, useComingWeeks, useEndOfYear } from './period.queries.ts';
import { PeriodApply } from './period-apply.tsx';
import classes from './period.module.css';

/** What is on screen where copying was asked for. */
export type CopyStart = {
  readonly planning: Planning;
  /** `la semaine`, `le mois`: what is copied from one child to another. */
  readonly scope: string;
  /** Whose week; `null` = everybody's. */
  readonly childId: string | null;
};

type CopySheetProps = {
  readonly start: CopyStart;
  readonly organisation: Organisation;
  readonly onClose: () => void;
};

/** « Copier » : a week onto the following ones, or one child's days for another. */
export function CopySheet({ start, organisation, onClose }: CopySheetProps) {
  const { children } = useChild();
  const [what, setWhat] = useState<'week' | 'child'>('week');
  return (
    <Sheet title="Copier vers…" onClose={onClose}>
      {children.length > 1 ? (
        <fieldset className={classes.chips}>
          <legend className={classes.legend}>Que voulez-vous copier ?</legend>
          <Chip pressed={what === 'week'} onPress={() => setWhat('week')}>
            Une semaine, sur les suivantes
          </Chip>
          <Chip pressed={what === 'child'} onPress={() => setWhat('child')}>
            Un enfant, pour un autre
          </Chip>
        </fieldset>
      ) : null}
      {what === 'week' ? (
        <CopyWeek start={start} organisation={organisation} onClose={onClose} />
      ) : (
        <CopyChild start={start} onClose={onClose} />
      )}
    </Sheet>
  );
}

function CopyWeek({ start, organisation, onClose }: CopySheetProps) {
  const { planning, childId } = start;
  const weeks = [...new Set(planning.days.map(({ on }) => mondayOf(day(on))))];
  const [monday, setMonday] = useState<Day>(weeks[0] ?? mondayOf(day(planning.now.slice(0, 10))));
  const [range, setRange] = useState<DateRange>(afterWeek(monday));
  const [waitWhenFull, setWaitWhenFull] = useState(false);
  const { plannings } = useComingWeeks(range.from);
  const endOfYear = useEndOfYear(range.from);
  const period = useMemo((): Period | null => {
    const ids = planning.children.map(({ id }) => id);
    const whose = new Set(childId === null ? ids : [childId]);
    const entries = [...patternOfWeek(planning, monday, whose, draftStore.read())];
    if (entries.length === 0 || range.until < range.from) return null;
    return { entries, ...range, action: 'add', waitWhenFull };
  }, [planning, childId, monday, range, waitWhenFull]);
  return (
    <>
      {weeks.length > 1 ? (
        <SelectField
          label="Semaine"
          value={monday}
          options={weeks.map((one) => ({ value: one, label: formatWeek(one) }))}
          onChoose={(value) => {
            setMonday(day(value));
            setRange(afterWeek(day(value)));
          }}
        />
      ) : (
        <p>Semaine du {formatWeek(monday)}, sur les semaines qui suivent :</p>
      )}
      <DateRangeFields range={range} coming={plannings} endOfYear={endOfYear} onChange={setRange} />
      <PeriodApply
        period={period}
        organisation={organisation}
        onWait={setWaitWhenFull}
        onDone={onClose}
        onCancel={onClose}
        hint="Rien n’est réservé cette semaine‑là : il n’y a rien à copier."
      />
    </>
  );
}

function afterWeek(monday: Day): DateRange {
  const from = addDays(monday, 7);
  return { from, until: lastOfMonth(addDays(from, 7)) };
}

function CopyChild({ start, onClose }: Pick<CopySheetProps, 'start' | 'onClose'>) {
  const { children } = useChild();
  const gestures = useGestures();
  const [from, setFrom] = useState(start.childId ?? children[0]?.id ?? '');
  const [to, setTo] = useState(children.find(({ id }) => id !== from)?.id ?? '');
  const copy = useMemo(
    () => copyOf(start.planning, from, to, draftStore.read()),
    [start.planning, from, to],
  );
  const nameOf = (id: string) => children.find((child) => child.id === id)?.firstName ?? '';
  const options = children.map(({ id, firstName }) => ({ value: id, label: firstName }));
  const count = copy.changes.length;
  const apply = () => {
    if (count === 0) return;
    gestures.make(copy.changes, strokeWords(count, copy.skipped));
    onClose();
  };
  return (
    <>
      <SelectField
        label="De"
        value={from}
        options={options}
        onChoose={(id) => {
          setFrom(id);
          if (id === to) setTo(children.find((child) => child.id !== id)?.id ?? '');
        }}
      />
      <SelectField
        label="Pour"
        value={to}
        options={options.filter(({ value }) => value !== from)}
        onChoose={setTo}
      />
      <div className={classes.summary}>
        <p className={classes.summaryTotal}>
          {count > 1 ? `${count} jours` : count === 1 ? '1 jour' : 'Aucun jour'} à ajouter pour{' '}
          {nameOf(to)} ({start.scope})
        </p>
        {copy.skipped > 0 ? (
          <p>
            {copy.skipped > 1
              ? `${copy.skipped} jours ne peuvent pas être réservés`
              : '1 jour ne peut pas être réservé'}{' '}
            pour {nameOf(to)} : complets, hors délai ou déjà pris autrement.
          </p>
        ) : null}
        {copy.missing.length > 0 ? (
          <p>
            {nameOf(to)} n’a pas : {copy.missing.join(', ')}.
          </p>
        ) : null}
      </div>
      <div className={classes.apply}>
        <Button variant="secondary" onClick={onClose}>
          Retour
        </Button>
        <Button aria-disabled={count === 0 || undefined} onClick={apply}>
          {count > 1 ? `Copier ${count} jours` : count === 1 ? 'Copier 1 jour' : 'Copier'}
        </Button>
      </div>
    </>
  );
}
