import { formatDayShort } from '@preau/domain/explain/format-fr';
import { day } from '@preau/domain/time/day';
import { Button } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { useQuery } from '@tanstack/react-query';
import { cartQuery } from './bookings.queries.ts';
import { canWait, isBlocked, serviceName, waitFor } from './cart-groups.ts';
import { lacksDays } from './cart-words.ts';
import classes from './cart.module.css';
import type { CartLine } from './cart-types.ts';
import { cellId } from './draft.ts';
import { useDraftBeside } from './use-draft.ts';
import { useGestures } from './use-gestures.ts';

/** More lines than that are counted, not listed. */
const fewLines = 4;

/** Days of the cart that can no longer be: their limit passed, or their places went, meanwhile. */
export function OverdueNotice() {
  const draft = useDraftBeside();
  const gestures = useGestures();
  const { data: cart } = useQuery(cartQuery());
  const lines =
    cart?.lines.filter(
      // Days that only lack others are being chosen: the cart tells what is missing.
      (line) => isBlocked(line) && !lacksDays(line) && draft.entries.has(cellId(line)),
    ) ?? [];
  if (lines.length === 0) return null;
  const full = lines.filter(canWait);
  const takeOut = () =>
    gestures.make(
      lines.map((line) => ({ ...line, action: null })),
      lines.length > 1 ? `${lines.length} jours retirés du panier` : '1 jour retiré du panier',
    );
  const wait = () => gestures.make(full.map(waitFor), 'Mise en liste d’attente au panier');
  return (
    <div className={classes.elsewhere}>
      <Notice
        tone="warning"
        title={
          lines.length > 1
            ? `${lines.length} jours de votre panier ne sont pas possibles en ligne`
            : 'Un jour de votre panier n’est pas possible en ligne'
        }
        announced
        actions={
          <>
            <Button variant="secondary" onClick={takeOut}>
              {lines.length > 1 ? 'Les retirer du panier' : 'Le retirer du panier'}
            </Button>
            {full.length > 0 ? (
              <Button variant="secondary" onClick={wait}>
                Mettre en liste d’attente
              </Button>
            ) : null}
          </>
        }
      >
        {lines.slice(0, fewLines).map(told).join(' ; ')}
        {lines.length > fewLines ? ` ; et ${lines.length - fewLines} de plus` : ''}.
      </Notice>
    </div>
  );
}

/** `Périscolaire soir, Léa, mar. 24 nov. (hors délai)`. */
function told(line: CartLine): string {
  const service = serviceName(line.activityLabel, line.unitLabel);
  return `${service}, ${line.childFirstName}, ${formatDayShort(day(line.on))} (${why(line)})`;
}

/** In a word or two, what stands in the way of a line. */
function why({ reasons, outcome }: CartLine): string {
  const known = reasons.flatMap(({ code }) => obstacles[code] ?? []);
  return known[0] ?? (outcome === 'staffOnly' ? 'hors délai' : 'impossible');
}

const obstacles: Readonly<Record<string, string>> = {
  full: 'complet',
  maxDays: 'trop de jours',
  documentsMissing: 'pièce manquante',
  notEnrolled: 'pas inscrit',
  incompatibleUnit: 'incompatible',
  opensAt: 'pas encore ouvert',
  windowClosed: 'réservations closes',
};
