import { type Cents, formatEuros } from '@preau/domain/money/cents';
import { Button } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { Field } from '@preau/ui/forms/field';
import { Chip } from '@preau/ui/navigation/chip';
import { Euro } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { counted } from '../../shared/format.ts';
import inbox from '../../shared/inbox/inbox.module.css';
import { problemMessage } from '../../shared/problem-messages.ts';
import { type RequestDay, useRecordPayment } from './requests.queries.ts';
import classes from './requests.module.css';

const ways = ['Carte', 'Espèces', 'Chèque', 'CESU', 'Chèques-vacances'] as const;

type PaymentBarProps = {
  readonly chosen: readonly RequestDay[];
};

/** « Marquer payé »: what was paid at the counter confirms the days chosen. */
export function PaymentBar({ chosen }: PaymentBarProps) {
  const recording = useRecordPayment();
  const [how, setHow] = useState('');
  const [tried, setTried] = useState(false);
  const cents = chosen.reduce((sum, one) => sum + one.cents, 0) as Cents;
  const isMissing = how.trim() === '';
  const refused = (recording.data?.results ?? []).filter(({ result }) => result === 'notDone');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isMissing || recording.isPending || chosen.length === 0) return;
    recording.mutate({
      bookingIds: chosen.map(({ bookingId }) => bookingId),
      how: how.trim(),
      key: crypto.randomUUID(),
    });
  };
  return (
    <form className={classes.payment} onSubmit={submit} noValidate>
      {recording.error ? (
        <Notice tone="error" announced>
          {problemMessage(recording.error)}
        </Notice>
      ) : null}
      {refused.length > 0 ? (
        <Notice tone="warning" announced>
          {counted(refused.length, 'jour n’était', 'jours n’étaient')} plus à payer.
        </Notice>
      ) : null}
      <fieldset className={inbox.reasons} aria-label="Moyens de paiement courants">
        {ways.map((way) => (
          <Chip key={way} pressed={how === way} onPress={() => setHow(way)}>
            {way}
          </Chip>
        ))}
      </fieldset>
      <Field
        label="Payé comment"
        hint="La famille le lit sur son espace : « chèque n° 1234 »."
        value={how}
        maxLength={100}
        required
        error={tried && isMissing ? 'Dites comment c’est payé.' : undefined}
        onChange={(event) => setHow(event.currentTarget.value)}
      />
      <div className={inbox.actions}>
        <p className={classes.total}>
          {counted(chosen.length, 'jour', 'jours')}, <strong>{formatEuros(cents)}</strong>
        </p>
        <Button
          type="submit"
          busy={recording.isPending}
          aria-disabled={chosen.length === 0}
          icon={<Euro size={20} aria-hidden="true" />}
        >
          Marquer payé
        </Button>
      </div>
    </form>
  );
}
