import { Field } from '@preau/ui/forms/field';
import { useToday } from '../../shared/today.ts';
import type { Decisions } from './use-decisions.ts';

type ValidityFieldProps = {
  readonly decisions: Pick<Decisions, 'expiresOn' | 'setExpiresOn'>;
};

/** Until when a document accepted now is good: what the règlement says is proposed. */
export function ValidityField({ decisions }: ValidityFieldProps) {
  const today = useToday();
  const { expiresOn, setExpiresOn } = decisions;
  return (
    <Field
      label="Valable jusqu’au"
      hint="Passé ce jour, il est redemandé à la famille. Vide : il reste valable."
      type="date"
      value={expiresOn}
      min={today}
      onChange={(event) => setExpiresOn(event.currentTarget.value)}
    />
  );
}
