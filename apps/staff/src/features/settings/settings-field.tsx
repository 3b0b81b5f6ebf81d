import { Field, type FieldProps } from '@preau/ui/forms/field';
import { settingsFields, type TextField } from './settings-draft.ts';
import type { PartProps } from './part.ts';

type SettingsFieldProps = PartProps &
  Pick<FieldProps, 'hint' | 'type' | 'inputMode'> & {
    readonly field: TextField;
    readonly maxLength: number;
    /** Added to its name. */
    readonly optional?: boolean;
  };

/** One line of text among the settings. */
export function SettingsTextField(props: SettingsFieldProps) {
  const { draft, errors, onChange, field, optional = false, ...input } = props;
  const { label } = settingsFields[field];
  return (
    <Field
      {...input}
      label={optional ? `${label} (facultatif)` : label}
      autoComplete="off"
      value={draft[field]}
      error={errors.get(field)}
      onChange={({ currentTarget: { value } }) => onChange({ ...draft, [field]: value })}
    />
  );
}
