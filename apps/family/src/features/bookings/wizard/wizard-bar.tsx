import type { Cents } from '@preau/domain/money/cents';
import { Button, IconButton } from '@preau/ui/actions/button';
import { BottomBar } from '@preau/ui/navigation/bottom-bar';
import { Undo2 } from 'lucide-react';
import { useNavigate } from 'react-router';
import { formatCounts, formatSigned } from '../../../shared/format.ts';
import { usePaths } from '../../../shared/organisation.ts';
import { useSaveStatus } from '../draft-sync.tsx';
import { useDraftBeside, useDraftSummary } from '../use-draft.ts';
import { useGestures } from '../use-gestures.ts';
import { useBookingPlace } from './use-booking-place.ts';
import classes from './wizard.module.css';

/** What is ticked so far and what it costs; « Valider le planning » looks at it whole. */
export function WizardBar() {
  const paths = usePaths();
  const navigate = useNavigate();
  const { place } = useBookingPlace();
  const { undo } = useGestures();
  const { past, entries } = useDraftBeside();
  const status = useSaveStatus();
  const { adds, removes, waits, totalCents, estimated } = useDraftSummary();
  const nothing = entries.size === 0;
  const counts = nothing ? 'Aucun jour coché' : formatCounts(adds, removes, waits);
  return (
    <div className={classes.bar}>
      <BottomBar
        label="Réservation en cours"
        leading={
          <IconButton
            label="Défaire le dernier changement"
            bordered
            disabled={past.length === 0}
            onClick={undo}
          >
            <Undo2 size={22} aria-hidden="true" />
          </IconButton>
        }
        title={`${formatSigned(totalCents as Cents)}${estimated ? ' (estimé)' : ''}`}
        detail={
          <span id="a-valider">
            {status === 'waiting' ? `${counts} · en attente du réseau` : counts}
          </span>
        }
        action={
          <Button
            aria-disabled={nothing || undefined}
            aria-describedby="a-valider"
            onClick={() => {
              if (!nothing) void navigate(paths.bookingStep('verification', place));
            }}
          >
            Valider le planning
          </Button>
        }
      />
    </div>
  );
}
