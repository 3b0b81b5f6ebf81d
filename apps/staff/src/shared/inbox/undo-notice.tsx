import { Button } from '@preau/ui/actions/button';
import { Notice, type NoticeTone } from '@preau/ui/feedback/notice';
import { Undo2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { deviceNow } from '../clock.ts';
import { problemMessage } from '../problem-messages.ts';

/** An answer just given, and until when it can be taken back, by the device's clock. */
export type Given = {
  readonly decisionId: string;
  readonly words: string;
  readonly until: number;
};

type UndoNoticeProps = {
  readonly given: Given;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onUndo: () => void;
};

const second = 1_000;

/** What was just answered, with a way back while the families are not told yet. */
export function UndoNotice({ given, busy, error, onUndo }: UndoNoticeProps) {
  const left = useSecondsUntil(given.until);
  const tone: NoticeTone = error ? 'error' : 'success';
  return (
    <Notice
      tone={tone}
      title={given.words}
      announced
      actions={
        left > 0 ? (
          <Button
            variant="secondary"
            busy={busy}
            icon={<Undo2 size={20} aria-hidden="true" />}
            onClick={onUndo}
          >
            Revenir sur cette réponse <span aria-hidden="true">({left} s)</span>
          </Button>
        ) : null
      }
    >
      {error ? <p>{problemMessage(error)}</p> : null}
      <p>
        {left > 0
          ? 'La famille sera prévenue dans trente secondes.'
          : 'La famille est prévenue par e‑mail.'}
      </p>
    </Notice>
  );
}

/** Whole seconds left, counted down once a second; 0 once it is over. */
function useSecondsUntil(until: number): number {
  const [now, setNow] = useState(deviceNow);
  const isOver = now >= until;
  useEffect(() => {
    if (isOver) return;
    const ticking = setInterval(() => setNow(deviceNow()), second);
    return () => clearInterval(ticking);
  }, [isOver]);
  return Math.max(0, Math.ceil((until - now) / second));
}
