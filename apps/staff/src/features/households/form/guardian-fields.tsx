import { Button } from '@preau/ui/actions/button';
import { Field } from '@preau/ui/forms/field';
import { Trash2 } from 'lucide-react';
import type { GuardianDraft } from './draft.ts';
import type { DraftErrors } from './draft-errors.ts';
import classes from './household-form.module.css';

type GuardianFieldsProps = {
  readonly guardian: GuardianDraft;
  readonly number: number;
  readonly errors: DraftErrors;
  readonly onChange: (guardian: GuardianDraft) => void;
  /** `undefined`: the last one stays. */
  readonly onRemove: (() => void) | undefined;
};

/** One adult who answers for the children: a name, an own address, a telephone. */
export function GuardianFields(props: GuardianFieldsProps) {
  const { guardian, number, errors, onChange, onRemove } = props;
  const field = (name: 'firstName' | 'lastName' | 'email' | 'phone') => ({
    value: guardian[name],
    error: errors.get(`g.${guardian.key}.${name}`),
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      onChange({ ...guardian, [name]: value }),
  });
  return (
    <fieldset className={classes.person}>
      <legend>Responsable {number}</legend>
      <div className={classes.row}>
        <Field label="Prénom" maxLength={80} autoComplete="off" {...field('firstName')} />
        <Field label="Nom" maxLength={80} autoComplete="off" {...field('lastName')} />
      </div>
      <div className={classes.row}>
        <Field
          label="Adresse e-mail"
          hint="Une par personne : c’est son identifiant."
          type="email"
          inputMode="email"
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          maxLength={254}
          {...field('email')}
        />
        <Field
          label="Téléphone (facultatif)"
          hint="Pour le joindre et le retrouver."
          type="tel"
          autoComplete="off"
          maxLength={30}
          {...field('phone')}
        />
      </div>
      {onRemove ? (
        <div>
          <Button variant="quiet" icon={<Trash2 size={18} aria-hidden="true" />} onClick={onRemove}>
            {guardian.id === null
              ? `Retirer le responsable ${number}`
              : `Retirer ${guardian.firstName} ${guardian.lastName} du foyer`}
          </Button>
        </div>
      ) : null}
    </fieldset>
  );
}
