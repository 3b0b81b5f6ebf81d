import { SelectField } from '@preau/ui/forms/select-field';
import { Panel } from '@preau/ui/shell/panel';
import type { PartProps } from './part.ts';
import { accessibilityWords } from './settings-words.ts';
import { type SettingsDraft, settingsFields } from './settings-draft.ts';
import { SettingsTextField } from './settings-field.tsx';
import classes from './settings.module.css';

const levels = Object.entries(accessibilityWords).map(([value, label]) => ({ value, label }));
const isLevel = (value: string): value is SettingsDraft['accessibility'] =>
  Object.hasOwn(accessibilityWords, value);

/** What the law has a public portal say of itself. */
export function LegalPanel(part: PartProps) {
  const { draft, onChange } = part;
  return (
    <Panel title="Obligations légales">
      <div className={classes.pair}>
        <SettingsTextField
          {...part}
          field="publisher"
          maxLength={120}
          hint="La collectivité qui publie le portail."
        />
        <SettingsTextField
          {...part}
          field="dataProtectionContact"
          maxLength={254}
          type="email"
          hint="L’adresse du délégué à la protection des données."
        />
      </div>
      <SelectField
        label={settingsFields.accessibility.label}
        value={draft.accessibility}
        options={levels}
        onChoose={(value) =>
          isLevel(value) ? onChange({ ...draft, accessibility: value }) : undefined
        }
      />
      <p className={classes.soft}>
        Ces mentions s’écrivent au pied du portail. Les textes des pages légales déjà publiées ne
        changent pas d’eux-mêmes.
      </p>
    </Panel>
  );
}
