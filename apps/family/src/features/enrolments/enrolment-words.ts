import { catalogueFr } from '@preau/domain/explain/catalogue-fr';
import type { ExplainContext } from '@preau/domain/explain/catalogue';
import { explain } from '@preau/domain/explain/explain';
import { formatInstant } from '@preau/domain/explain/format-fr';
import type { Reason } from '@preau/domain/explain/reasons';
import { fromIso, type Instant } from '@preau/domain/time/instant';
import type { Available, OwnEnrolment } from './enrolments.queries.ts';

/** A reason as it travels: the engine's own object, of which only the code is sure. */
type WireReason = { readonly code: string };

const isKnown = (reason: WireReason): reason is Reason => Object.hasOwn(catalogueFr, reason.code);

/** Why something is not possible, or what comes next. A code of a newer server has no sentence. */
export function sentencesOf(
  reasons: readonly WireReason[],
  context: ExplainContext,
): readonly string[] {
  return reasons.filter(isKnown).map((reason) => explain(reason, context));
}

/** `Demandée le … · réponse au plus tard le …`, `… · acceptée le …`. */
export function historyWords(enrolment: OwnEnrolment, timeZone: string, now: Instant): string {
  const { requestedAt, answerDueAt, decidedAt, state, withdrawn } = enrolment;
  const at = (iso: string) => `le ${formatInstant(fromIso(iso), timeZone)}`;
  const told: string[] = [];
  if (requestedAt !== null) told.push(`demandée ${at(requestedAt)}`);
  if (state === 'requested' && answerDueAt !== null) {
    const late = fromIso(answerDueAt) <= now;
    told.push(`${late ? 'réponse attendue depuis' : 'réponse au plus tard'} ${at(answerDueAt)}`);
  }
  if (decidedAt !== null && state !== 'requested') {
    told.push(`${withdrawn ? 'retirée' : decidedWords[state]} ${at(decidedAt)}`);
  }
  const [first = '', ...rest] = told;
  return [first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(' · ');
}

const decidedWords = {
  incomplete: 'à compléter depuis',
  waitlisted: 'en liste d’attente depuis',
  accepted: 'acceptée',
  refused: 'refusée',
  ended: 'terminée',
} as const;

/** `De 3 à 11 ans`, `À partir de 6 ans`; nothing where any age is welcome. */
export function agesWords(ages: Available['ages']): string {
  if (ages === null) return '';
  const { from, below } = ages;
  if (from === null) return below === null ? '' : `Moins de ${below}\u00a0ans`;
  if (below === null) return `À partir de ${from}\u00a0ans`;
  return below - 1 === from ? `${from}\u00a0ans` : `De ${from} à ${below - 1}\u00a0ans`;
}
