import { Button } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { useState } from 'react';
import type { Organisation } from '../../../shared/organisation.ts';
import { problemMessage } from '../../../shared/problem-messages.ts';
import { useGestures } from '../use-gestures.ts';
import {
  type Period,
  type PeriodPreview,
  useDraftPeriod,
  usePeriodPreview,
} from './period.queries.ts';
import { PeriodSummary } from './period-summary.tsx';
import classes from './period.module.css';
import { draftedCount, isAllAsked } from './preview-counts.ts';

type PeriodApplyProps = {
  /** `null` until there is something to ask about. */
  readonly period: Period | null;
  readonly organisation: Organisation;
  /** What is missing while there is nothing to ask about. */
  readonly hint: string;
  readonly onWait: (wait: boolean) => void;
  readonly onDone: () => void;
  /** Leaves without doing it, where the period is chosen in a sheet. */
  readonly onCancel?: () => void;
};

/** The preview of a period, and the button that does what it says. */
export function PeriodApply(props: PeriodApplyProps) {
  const { period, organisation, hint, onWait, onDone, onCancel } = props;
  const gestures = useGestures();
  const draft = useDraftPeriod();
  const { data, error, settling, refetch } = usePeriodPreview(period);
  const [done, setDone] = useState('');
  const preview = period ? (data ?? null) : null;
  const count = preview ? draftedCount(preview) : 0;
  const ready = period !== null && count > 0 && !settling;
  const apply = () => {
    if (!ready || !period) return;
    draft.mutate(period, {
      onSuccess: ({ changes }) => {
        const words = doneWords(changes.length, period.action);
        gestures.tell(words);
        setDone(words);
        onDone();
      },
    });
  };
  return (
    <>
      {period ? (
        <PeriodSummary
          preview={preview}
          period={period}
          settling={settling}
          organisation={organisation}
          onWait={onWait}
        />
      ) : (
        <p className={classes.summary}>{hint}</p>
      )}
      {(draft.error ?? error) ? (
        <Notice
          tone="error"
          announced
          actions={
            draft.error ? undefined : (
              <Button variant="secondary" onClick={() => void refetch()}>
                Réessayer
              </Button>
            )
          }
        >
          {problemMessage(draft.error ?? error)}
        </Notice>
      ) : null}
      {done !== '' && period === null ? <Notice tone="success">{done} au panier.</Notice> : null}
      <div className={classes.apply}>
        {onCancel ? (
          <Button variant="secondary" onClick={onCancel}>
            Retour
          </Button>
        ) : null}
        <Button busy={draft.isPending} aria-disabled={!ready || undefined} onClick={apply}>
          {buttonWords(count, verbOf(preview, period?.action ?? 'add'))}
        </Button>
      </div>
    </>
  );
}

function verbOf(preview: PeriodPreview | null, action: Period['action']): string {
  if (action === 'remove') return 'Annuler';
  return preview && isAllAsked(preview) ? 'Demander' : 'Ajouter';
}

/** `Ajouter 26 dates`. */
function buttonWords(count: number, verb: string): string {
  if (count === 0) return `${verb} ces dates`;
  return count > 1 ? `${verb} ${count} dates` : `${verb} 1 date`;
}

function doneWords(count: number, action: Period['action']): string {
  const what = action === 'add' ? 'ajoutée' : 'mise';
  const plural = count > 1 ? 's' : '';
  return `${count} date${plural}${action === 'add' ? '' : ' à annuler'} ${what}${plural}`;
}
