import { getMeQueryKey } from '@preau/api-client/staff/queries';
import { Button } from '@preau/ui/actions/button';
import { Sheet } from '@preau/ui/overlays/sheet';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useLastAnswer } from '../shared/activity.ts';
import { deviceNow } from '../shared/clock.ts';
import { idleStage, nextStageAt } from './idle-stage.ts';

/**
 * Before a session left alone ends, offers to stay. Once it has ended, asks who is signed in: the
 * answer sends to the sign-in page, and nothing of the children stays on a screen nobody watches.
 */
export function IdleWarning() {
  const client = useQueryClient();
  const lastAnswer = useLastAnswer();
  const [now, setNow] = useState(deviceNow);
  // The stage is that of the last timer: an answer that came since makes the page active again.
  const stage = idleStage(now - lastAnswer);
  const next = nextStageAt(lastAnswer, stage);

  useEffect(() => {
    if (next === null) return;
    const timer = setTimeout(() => setNow(deviceNow()), next - deviceNow());
    return () => clearTimeout(timer);
  }, [next]);

  useEffect(() => {
    if (stage === 'ended') void client.invalidateQueries({ queryKey: getMeQueryKey() });
  }, [stage, client]);

  if (stage !== 'warned') return null;
  const stay = () => void client.invalidateQueries({ queryKey: getMeQueryKey() });
  return (
    <Sheet
      title="Êtes-vous toujours là ?"
      onClose={stay}
      actions={<Button onClick={stay}>Rester connecté</Button>}
    >
      <p>
        Cette page n’a pas servi depuis plus de vingt minutes. Pour protéger les informations des
        enfants, votre session se terminera dans quelques minutes.
      </p>
    </Sheet>
  );
}
