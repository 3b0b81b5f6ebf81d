import { problemCodeOf } from '@preau/api-client/failure';
import { formatDayWithYear } from '@preau/domain/explain/format-fr';
import { day } from '@preau/domain/time/day';
import { Button } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { EmptyState, ErrorState } from '@preau/ui/feedback/states';
import { PageSkeleton } from '@preau/ui/shell/page-skeleton';
import { FileText, Printer } from 'lucide-react';
import { useEffect } from 'react';
import { Link, useLocation, useSearchParams } from 'react-router';
import { PageTitle } from '../../shared/page-title.tsx';
import { problemMessage } from '../../shared/problem-messages.ts';
import { type ReglementVersion, useReglement } from '../../shared/reglement.ts';
import classes from './reglement.module.css';
import { ReglementText } from './reglement-text.tsx';

/** The house rules of the organisation, for anybody to read and print. */
export function ReglementPage() {
  const reglement = useReglement();
  const { data, error, refetch, isFetching } = reglement;
  const [query] = useSearchParams();
  useArrivalAtPlace(data !== undefined);
  const shown = data && shownOf(data, query.has('a-venir'));
  return (
    <div className={classes.page}>
      <PageTitle>{shown?.title ?? 'Règlement'}</PageTitle>
      {data && shown ? (
        <Version {...data} shown={shown} />
      ) : data || problemCodeOf(error) === 'not-found' ? (
        <EmptyState icon={<FileText size={28} />} title="Le règlement n’est pas encore publié">
          Pour connaître les règles, adressez-vous au service.
        </EmptyState>
      ) : error ? (
        <ErrorState
          title="Le règlement n’a pas pu être chargé"
          onRetry={() => void refetch()}
          retrying={isFetching}
        >
          {problemMessage(error)}
        </ErrorState>
      ) : (
        <PageSkeleton />
      )}
    </div>
  );
}

type Versions = {
  readonly current: ReglementVersion | null;
  readonly next: ReglementVersion | null;
};

/** The version in force; the next one where it is asked for, or where none is in force yet. */
function shownOf({ current, next }: Versions, wantsNext: boolean): ReglementVersion | null {
  return wantsNext || current === null ? (next ?? current) : current;
}

type VersionProps = Versions & { readonly shown: ReglementVersion };

function Version({ current, next, shown }: VersionProps) {
  return (
    <>
      <header className={classes.head}>
        <p className={classes.version}>
          Version {shown.version}, {validity(shown, shown === next)}
        </p>
        <p className={classes.print}>
          <Button
            variant="secondary"
            icon={<Printer size={18} aria-hidden="true" />}
            onClick={() => window.print()}
          >
            Imprimer
          </Button>
        </p>
      </header>
      <OtherVersion current={current} next={next} shown={shown} />
      <ReglementText version={shown} />
    </>
  );
}

function validity({ from, until }: ReglementVersion, toCome: boolean): string {
  const since = formatDayWithYear(day(from));
  const end = until === null ? '' : `, jusqu’au ${formatDayWithYear(day(until))}`;
  return toCome ? `à partir du ${since}${end}` : `en vigueur depuis le ${since}${end}`;
}

/** Leads from the version in force to the next one, and back. */
function OtherVersion({ current, next, shown }: VersionProps) {
  if (!next || !current) return null;
  const from = formatDayWithYear(day(next.from));
  return shown === current ? (
    <Notice>
      Un nouveau règlement s’applique à partir du {from}.{' '}
      <Link className={classes.link} to="?a-venir">
        Lire le règlement à venir
      </Link>
    </Notice>
  ) : (
    <Notice tone="warning">
      Ce règlement ne s’applique pas encore : il prend effet le {from}.{' '}
      <Link className={classes.link} to="?">
        Lire le règlement en vigueur
      </Link>
    </Notice>
  );
}

/** The text comes after the page: the place that the address names is found once it is there. */
function useArrivalAtPlace(there: boolean): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (!there || hash === '') return;
    document.getElementById(decodeURIComponent(hash.slice(1)))?.scrollIntoView();
  }, [there, hash]);
}
