import { Button, buttonClass } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { usePaths } from '../../../shared/organisation.ts';
import { cartQuery } from '../bookings.queries.ts';
import { summariesOf } from '../cart-groups.ts';
import { cellId } from '../draft.ts';
import { useDraftBeside } from '../use-draft.ts';
import { useGestures } from '../use-gestures.ts';

/** A booking that was begun, on this device or another, by this parent or the other of the household. */
export function ResumeNotice() {
  const paths = usePaths();
  const gestures = useGestures();
  const draft = useDraftBeside();
  const { data: cart } = useQuery(cartQuery());
  const lines = cart?.lines.filter((line) => draft.entries.has(cellId(line))) ?? [];
  if (lines.length === 0) return null;
  const clear = () =>
    gestures.make(
      lines.map((line) => ({ ...line, action: null })),
      'Réservation abandonnée',
    );
  const by = cart?.updatedBy ? ` (${cart.updatedBy})` : '';
  return (
    <Notice
      title={`Une réservation a été commencée${by}`}
      actions={
        <>
          <Link className={buttonClass('primary')} to={paths.bookingStep('verification')}>
            La reprendre
          </Link>
          <Button variant="secondary" onClick={clear}>
            L’abandonner
          </Button>
        </>
      }
    >
      <ul>
        {summariesOf(lines).map(({ key, childFirstName, service, detail }) => (
          <li key={key}>
            {childFirstName} · {service} : {detail}
          </li>
        ))}
      </ul>
      Vous pouvez aussi y ajouter d’autres jours : choisissez un enfant.
    </Notice>
  );
}
