import { RadioCard } from '@preau/ui/forms/radio-card';
import { Panel } from '@preau/ui/shell/panel';
import type { PartProps } from './part.ts';
import type { SettingsDraft } from './settings-draft.ts';
import { bookingFlowWords } from './settings-words.ts';
import classes from './settings.module.css';

const details: Readonly<Record<SettingsDraft['bookingFlow'], string>> = {
  planning:
    'Les familles ouvrent leur semaine, cochent les jours et valident leur panier. Convient aux réservations de tous les jours.',
  wizard:
    'Les familles choisissent un enfant, une période, puis des jours, et confirment. Convient aux réservations par périodes : vacances, mercredis.',
};

const flows = ['planning', 'wizard'] as const;

/** How families begin to book. The rules of booking are the règlement's, in both. */
export function BookingFlowPanel({ draft, onChange }: PartProps) {
  return (
    <Panel title="Réservations">
      <fieldset className={classes.flows}>
        <legend>Comment les familles réservent</legend>
        {flows.map((bookingFlow) => (
          <RadioCard
            key={bookingFlow}
            name="bookingFlow"
            value={bookingFlow}
            checked={draft.bookingFlow === bookingFlow}
            title={bookingFlowWords[bookingFlow]}
            detail={details[bookingFlow]}
            onChoose={() => onChange({ ...draft, bookingFlow })}
          />
        ))}
      </fieldset>
    </Panel>
  );
}
