import { type Cents, formatEuros } from '@preau/domain/money/cents';
import { counted } from '../../shared/format.ts';
import classes from './calendar-page.module.css';
import { cancelledWords, daysWords, scopeWords } from './closure-words.ts';
import type { ClosureCalendar, DeclaredClosure, Impact } from './closures.queries.ts';

type ImpactNoticeProps = {
  readonly impact: Impact;
  readonly draft: DeclaredClosure;
  readonly calendar: ClosureCalendar;
};

/** What closing these days would do, before it is done: days, bookings, families, amounts. */
export function ImpactNotice({ impact, draft, calendar }: ImpactNoticeProps) {
  const { sessions, days, cancelled, kept, households, creditedCents, chargedCents } = impact;
  const facility = calendar.facilities.find(({ id }) => id === draft.facilityId) ?? null;
  const activity = calendar.activities.find(({ code }) => code === draft.activityCode) ?? null;
  return (
    <div className={classes.impact}>
      <p>
        <strong>{draft.label.trim()}</strong>
        <br />
        {daysWords(draft.from, draft.until)}
        <br />
        <span className={classes.soft}>{scopeWords({ facility, activity })}</span>
      </p>
      <dl>
        <Line title="Accueils fermés">
          {sessions === 0
            ? 'aucun : rien n’est ouvert ces jours-là'
            : `${counted(sessions, 'accueil', 'accueils')} sur ${counted(days, 'jour', 'jours')}`}
        </Line>
        <Line title="Annulé">
          {cancelled === 0 ? 'rien n’est réservé ces jours-là' : cancelledWords(impact)}
        </Line>
        {households > 0 ? (
          <Line title="Prévenu par e‑mail">{counted(households, 'foyer', 'foyers')}</Line>
        ) : null}
        {creditedCents > 0 ? (
          <Line title="Non facturé">{formatEuros(creditedCents as Cents)}</Line>
        ) : null}
        {chargedCents > 0 ? (
          <Line title="Facturé quand même">
            {formatEuros(chargedCents as Cents)} : le règlement ne prévoit pas d’avoir
          </Line>
        ) : null}
        {kept > 0 ? (
          <Line title="Gardé">
            {counted(kept, 'présence déjà pointée', 'présences déjà pointées')}
          </Line>
        ) : null}
      </dl>
      {cancelled > 0 ? (
        <p className={classes.soft}>
          Les places rendues ne sont proposées à personne : l’accueil n’a pas lieu. Retirer la
          fermeture plus tard ne rétablit pas les réservations.
        </p>
      ) : null}
    </div>
  );
}

function Line({
  title,
  children,
}: {
  readonly title: string;
  readonly children: string | string[];
}) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}
