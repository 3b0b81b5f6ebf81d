import { Button } from '@preau/ui/actions/button';
import { TextAreaField } from '@preau/ui/forms/text-area-field';
import { Chip } from '@preau/ui/navigation/chip';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useHeldDraft } from '../../shared/held-draft.ts';
import { useSlug } from '../../shared/organisation.ts';
import { useMe } from '../../shared/session.ts';
import classes from './inbox.module.css';
import { usualReasons } from './refusal-reasons.ts';

type RefusalFormProps = {
  readonly documentId: string;
  readonly busy: boolean;
  readonly onRefuse: (reason: string) => void;
  readonly onCancel: () => void;
};

/**
 * Why a document is refused: the family reads it as it is written here. What is written outlives a
 * session that ends, and a look at another document.
 */
export function RefusalForm({ documentId, busy, onRefuse, onCancel }: RefusalFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const { data: me } = useMe();
  const held = useHeldDraft(`${useSlug()} refusal ${documentId}`, me?.account.id ?? '', () => '');
  const { value: reason, setValue: setReason } = held;
  const [tried, setTried] = useState(false);
  const isMissing = reason.trim() === '';

  useEffect(() => {
    form.current?.querySelector('textarea')?.focus();
  }, []);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isMissing && !busy) onRefuse(reason.trim());
  };
  return (
    <form ref={form} className={classes.refusal} onSubmit={submit} noValidate>
      <fieldset className={classes.reasons} aria-label="Motifs courants">
        {usualReasons.map(({ label, words }) => (
          <Chip key={label} pressed={reason === words} onPress={() => setReason(words)}>
            {label}
          </Chip>
        ))}
      </fieldset>
      <TextAreaField
        label="Motif du refus"
        hint="La famille le reçoit tel quel, par e‑mail et dans « Mes demandes »."
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
            onCancel();
          }}
        >
          Ne pas refuser
        </Button>
        <Button variant="danger" type="submit" busy={busy}>
          Refuser et prévenir la famille
        </Button>
      </div>
    </form>
  );
}
