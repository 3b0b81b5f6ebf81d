import { Button } from '@preau/ui/actions/button';
import { TextAreaField } from '@preau/ui/forms/text-area-field';
import { Chip } from '@preau/ui/navigation/chip';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useHeldDraft } from '../held-draft.ts';
import { useSlug } from '../organisation.ts';
import { useMe } from '../session.ts';
import classes from './inbox.module.css';

/** A reason given often, in words for the family: a start, to be completed. */
export type UsualReason = { readonly label: string; readonly words: string };

type ReasonFormProps = {
  /** What it is about: a reason begun for it is found again. */
  readonly place: string;
  readonly reasons: readonly UsualReason[];
  readonly label?: string;
  readonly hint: string;
  /** Words of the two buttons. */
  readonly send: string;
  readonly leave: string;
  readonly busy: boolean;
  readonly onSend: (reason: string) => void;
  readonly onLeave: () => void;
  /** Told of what is written, for who shows the message as the family gets it. */
  readonly onWritten?: (reason: string) => void;
};

/**
 * Why something is refused: the family reads it as it is written here. What is written outlives a
 * session that ends, and a look at another request.
 */
export function ReasonForm(props: ReasonFormProps) {
  const { place, reasons, label = 'Motif du refus', hint, send, leave, busy } = props;
  const { onSend, onLeave, onWritten } = props;
  const form = useRef<HTMLFormElement>(null);
  const { data: me } = useMe();
  const held = useHeldDraft(`${useSlug()} ${place}`, me?.account.id ?? '', () => '');
  const { value: reason } = held;
  const [tried, setTried] = useState(false);
  const isMissing = reason.trim() === '';
  const setReason = (written: string) => {
    held.setValue(written);
    onWritten?.(written);
  };

  useEffect(() => {
    form.current?.querySelector('textarea')?.focus();
  }, []);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isMissing && !busy) onSend(reason.trim());
  };
  return (
    <form ref={form} className={classes.refusal} onSubmit={submit} noValidate>
      <fieldset className={classes.reasons} aria-label="Motifs courants">
        {reasons.map(({ label: name, words }) => (
          <Chip key={name} pressed={reason === words} onPress={() => setReason(words)}>
            {name}
          </Chip>
        ))}
      </fieldset>
      <TextAreaField
        label={label}
        hint={hint}
        value={reason}
        maxLength={1_000}
        required
        error={tried && isMissing ? 'Écrivez pourquoi : la famille saura quoi faire.' : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={classes.actions}>
        <Button
          variant="secondary"
          onClick={() => {
            held.letGo();
            onLeave();
          }}
        >
          {leave}
        </Button>
        <Button variant="danger" type="submit" busy={busy}>
          {send}
        </Button>
      </div>
    </form>
  );
}
