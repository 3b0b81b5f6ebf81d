import { Button, buttonClass } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { Field } from '@preau/ui/forms/field';
import { Trash2 } from 'lucide-react';
import { Link } from 'react-router';
import { usePaths } from '../../../shared/organisation.ts';
import type { ChildDraft } from './draft.ts';
import type { DraftErrors, KnownChild } from './draft-errors.ts';
import classes from './household-form.module.css';

type ChildFieldsProps = {
  readonly child: ChildDraft;
  readonly number: number;
  readonly errors: DraftErrors;
  /** The server knows a child of this name, born on this day. */
  readonly known: KnownChild | null;
  readonly onChange: (child: ChildDraft) => void;
  /** It is the same child: of this household too. */
  readonly onShare: (known: KnownChild) => void;
  /** `undefined`: a child who is there already stays. */
  readonly onRemove: (() => void) | undefined;
};

/** One child: name, day of birth, class; allergies of a new one. */
export function ChildFields(props: ChildFieldsProps) {
  const { child, number, errors, known, onChange, onShare, onRemove } = props;
  const field = (name: 'firstName' | 'lastName' | 'birthOn' | 'schoolClass' | 'allergies') => ({
    value: child[name],
    error: errors.get(`c.${child.key}.${name}`),
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      onChange({ ...child, [name]: value, homonym: false }),
  });
  return (
    <fieldset className={classes.person}>
      <legend>Enfant {number}</legend>
      {known ? (
        <KnownChildNotice
          child={child}
          known={known}
          onShare={() => onShare(known)}
          onOther={() => onChange({ ...child, homonym: true })}
        />
      ) : null}
      <div className={classes.row}>
        <Field label="Prénom" maxLength={80} autoComplete="off" {...field('firstName')} />
        <Field label="Nom" maxLength={80} autoComplete="off" {...field('lastName')} />
      </div>
      <div className={classes.row}>
        <Field label="Date de naissance" type="date" autoComplete="off" {...field('birthOn')} />
        <Field
          label="Classe (facultatif)"
          maxLength={20}
          autoComplete="off"
          list="classes"
          {...field('schoolClass')}
        />
      </div>
      {child.id === null ? (
        <Field
          label="Allergies (facultatif)"
          hint="Telles que la famille les a écrites, PAI compris."
          maxLength={500}
          autoComplete="off"
          {...field('allergies')}
        />
      ) : null}
      {child.homonym ? <p>Enregistré comme un autre enfant du même nom.</p> : null}
      {onRemove ? (
        <div>
          <Button variant="quiet" icon={<Trash2 size={18} aria-hidden="true" />} onClick={onRemove}>
            Retirer l’enfant {number}
          </Button>
        </div>
      ) : null}
    </fieldset>
  );
}

type KnownChildNoticeProps = {
  readonly child: ChildDraft;
  readonly known: KnownChild;
  readonly onShare: () => void;
  readonly onOther: () => void;
};

/** Separated parents, or two children of one name: the office says which. */
function KnownChildNotice({ child, known, onShare, onOther }: KnownChildNoticeProps) {
  const paths = usePaths();
  return (
    <Notice
      tone="warning"
      announced
      title={`${child.firstName} ${child.lastName}, né le même jour, est déjà dans le foyer « ${known.household} »`}
      actions={
        <>
          <Button onClick={onShare}>C’est le même enfant : le rattacher aussi à ce foyer</Button>
          <Button variant="secondary" onClick={onOther}>
            C’est un autre enfant
          </Button>
          <Link className={buttonClass('quiet')} to={paths.family(known.householdId)}>
            Ouvrir « {known.household} »
          </Link>
        </>
      }
    >
      Parents séparés : chacun verra l’enfant, et rien de l’autre parent.
    </Notice>
  );
}
