import { Button } from '@preau/ui/actions/button';
import { LiveRegion } from '@preau/ui/feedback/live-region';
import { Notice } from '@preau/ui/feedback/notice';
import { SelectField } from '@preau/ui/forms/select-field';
import { PageSkeleton } from '@preau/ui/shell/page-skeleton';
import { CalendarX } from 'lucide-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { LoadFailure } from '../../shared/load-failure.tsx';
import { PageTitle } from '../../shared/page-title.tsx';
import classes from './calendar-page.module.css';
import { ClosureList } from './closure-list.tsx';
import { type Closure, useClosures } from './closures.queries.ts';
import { DeclareSheet } from './declare-sheet.tsx';
import { HolidayList } from './holiday-list.tsx';
import { RemoveSheet } from './remove-sheet.tsx';
import { YearView } from './year-view.tsx';

type Open = { readonly kind: 'declare' } | { readonly kind: 'remove'; readonly closure: Closure };

/** « Calendrier »: days on which the service does not take place, and those the law gives. */
export function CalendarPage() {
  const [query, setQuery] = useSearchParams();
  const calendar = useClosures(query.get('annee'));
  const [open, setOpen] = useState<Open | null>(null);
  const [told, setTold] = useState('');
  const { data, error, isFetching, refetch } = calendar;
  const done = (message: string) => {
    setOpen(null);
    setTold(message);
  };
  return (
    <>
      <div className={classes.head}>
        <PageTitle>Calendrier</PageTitle>
        {data ? (
          <div className={classes.tools}>
            <SelectField
              label="Année scolaire"
              value={data.schoolYear}
              options={data.schoolYears.map((year) => ({ value: year, label: year }))}
              onChoose={(annee) => setQuery({ annee }, { replace: true })}
            />
            <Button
              icon={<CalendarX size={20} aria-hidden="true" />}
              onClick={() => setOpen({ kind: 'declare' })}
            >
              Déclarer une fermeture
            </Button>
          </div>
        ) : null}
      </div>
      <LiveRegion message={told} />
      {data ? (
        <div className={classes.stack}>
          {told === '' ? null : <Notice tone="success">{told}</Notice>}
          <ClosureList
            closures={data.closures}
            onRemove={(closure) => setOpen({ kind: 'remove', closure })}
          />
          <YearView calendar={data} />
          <HolidayList calendar={data} />
        </div>
      ) : error ? (
        <LoadFailure
          title="Le calendrier n’a pas pu être chargé"
          error={error}
          retry={() => void refetch()}
          retrying={isFetching}
        />
      ) : (
        <PageSkeleton />
      )}
      {data && open?.kind === 'declare' ? (
        <DeclareSheet calendar={data} onClose={() => setOpen(null)} onDone={done} />
      ) : null}
      {open?.kind === 'remove' ? (
        <RemoveSheet closure={open.closure} onClose={() => setOpen(null)} onDone={done} />
      ) : null}
    </>
  );
}
