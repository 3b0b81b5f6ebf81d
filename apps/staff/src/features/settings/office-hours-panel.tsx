import { Button, IconButton } from '@preau/ui/actions/button';
import { Field } from '@preau/ui/forms/field';
import { SelectField } from '@preau/ui/forms/select-field';
import { Panel } from '@preau/ui/shell/panel';
import { Plus, Trash2 } from 'lucide-react';
import { useRef } from 'react';
import type { HoursDraft } from './office-hours-draft.ts';
import type { PartProps } from './part.ts';
import { SettingsTextField } from './settings-field.tsx';
import classes from './settings.module.css';

const mostSlots = 40;
const weekdays = ['Lundi', 'Mardi', 'Mercredi', 'Jeudi', 'Vendredi', 'Samedi', 'Dimanche'].map(
  (label, at) => ({ value: String(at + 1), label }),
);

/** When somebody answers: day by day, so that the portal can tell whether it is now; and in a sentence. */
export function OfficeHoursPanel(part: PartProps) {
  const { draft, errors, onChange } = part;
  const list = useRef<HTMLDivElement>(null);
  const slots = draft.officeHours;
  const put = (officeHours: readonly HoursDraft[]) => onChange({ ...draft, officeHours });
  const add = () => {
    const weekday = slots.at(-1)?.weekday ?? 1;
    put([...slots, { key: crypto.randomUUID(), weekday, from: '', until: '' }]);
    requestAnimationFrame(() => {
      list.current?.querySelector<HTMLElement>('fieldset:last-of-type select')?.focus();
    });
  };
  return (
    <Panel title="Horaires d’accueil">
      <p className={classes.soft}>
        Les familles lisent « Ouvert maintenant » ou « Ouvre mardi à 9 h » d’après ces plages ; les
        jours fériés sont fermés d’eux-mêmes.
      </p>
      <div ref={list} className={classes.kinds}>
        {slots.map((slot, at) => (
          <Slot
            key={slot.key}
            slot={slot}
            number={at + 1}
            error={errors.get(`officeHours.${slot.key}`)}
            onChange={(next) => put(slots.map((one) => (one === slot ? next : one)))}
            onRemove={() => put(slots.filter((one) => one !== slot))}
          />
        ))}
        {slots.length === 0 ? <p>Aucune plage : rien n’est dit de l’ouverture.</p> : null}
      </div>
      {slots.length < mostSlots ? (
        <div>
          <Button variant="secondary" icon={<Plus size={20} aria-hidden="true" />} onClick={add}>
            Ajouter une plage
          </Button>
        </div>
      ) : null}
      <SettingsTextField
        {...part}
        field="officeHoursText"
        maxLength={120}
        hint="Tels qu’on les lit entre parenthèses : du lundi au vendredi, 9 h – 12 h."
      />
    </Panel>
  );
}

type SlotProps = {
  readonly slot: HoursDraft;
  readonly number: number;
  readonly error: string | undefined;
  readonly onChange: (slot: HoursDraft) => void;
  readonly onRemove: () => void;
};

function Slot({ slot, number, error, onChange, onRemove }: SlotProps) {
  return (
    <fieldset className={classes.slot}>
      <legend>Plage {number}</legend>
      <SelectField
        label="Jour"
        value={String(slot.weekday)}
        options={weekdays}
        onChoose={(value) => onChange({ ...slot, weekday: Number(value) })}
      />
      <Field
        label="De"
        type="time"
        value={slot.from}
        error={error}
        onChange={({ currentTarget: { value } }) => onChange({ ...slot, from: value })}
      />
      <Field
        label="À"
        type="time"
        value={slot.until}
        onChange={({ currentTarget: { value } }) => onChange({ ...slot, until: value })}
      />
      <IconButton label={`Retirer la plage ${number}`} bordered onClick={onRemove}>
        <Trash2 size={20} aria-hidden="true" />
      </IconButton>
    </fieldset>
  );
}
