import { Button } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { Tag } from '@preau/ui/feedback/tag';
import { VisuallyHidden } from '@preau/ui/feedback/visually-hidden';
import { TextAreaField } from '@preau/ui/forms/text-area-field';
import { Sheet } from '@preau/ui/overlays/sheet';
import { TriangleAlert } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { problemMessage } from '../../shared/problem-messages.ts';
import classes from './household-page.module.css';
import { type Child, useChangeAllergies, useReadAllergies } from './households.queries.ts';

type AllergiesProps = { readonly householdId: string; readonly child: Child };

/** Allergies are read on purpose, and that they were is written down: nothing shows before. */
export function Allergies({ householdId, child }: AllergiesProps) {
  const note = useReadAllergies();
  const [changing, setChanging] = useState(false);
  const known = note.data;
  const of = <VisuallyHidden> de {child.firstName}</VisuallyHidden>;
  const change = () => {
    if (child.hasAllergies && known === undefined) {
      note.mutate(child.id, { onSuccess: () => setChanging(true) });
    } else setChanging(true);
  };
  return (
    <>
      {known ? (
        <p>
          <Tag tone="warning" icon={<TriangleAlert size={16} />}>
            Allergies : {known}
          </Tag>
        </p>
      ) : null}
      <div className={classes.actions}>
        {child.hasAllergies ? (
          known === undefined ? (
            <Button variant="secondary" busy={note.isPending} onClick={() => note.mutate(child.id)}>
              Lire les allergies{of}
            </Button>
          ) : null
        ) : (
          <span className={classes.soft}>Aucune allergie connue.</span>
        )}
        <Button variant="quiet" onClick={change}>
          {child.hasAllergies ? 'Modifier les allergies' : 'Indiquer une allergie'}
          {of}
        </Button>
      </div>
      {note.error ? (
        <Notice tone="error" announced>
          {problemMessage(note.error)}
        </Notice>
      ) : null}
      {changing ? (
        <AllergiesSheet
          householdId={householdId}
          child={child}
          known={known ?? ''}
          onClose={() => setChanging(false)}
          onChanged={() => {
            setChanging(false);
            note.reset();
          }}
        />
      ) : null}
    </>
  );
}

type AllergiesSheetProps = AllergiesProps & {
  readonly known: string;
  readonly onClose: () => void;
  readonly onChanged: () => void;
};

function AllergiesSheet({ householdId, child, known, onClose, onChanged }: AllergiesSheetProps) {
  const change = useChangeAllergies(householdId);
  const [allergies, setAllergies] = useState(known);
  const form = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (change.isPending) return;
    change.mutate({ childId: child.id, allergies: allergies.trim() }, { onSuccess: onChanged });
  };
  return (
    <Sheet
      title={`Allergies de ${child.firstName}`}
      onClose={onClose}
      actions={
        <>
          <Button variant="secondary" onClick={onClose}>
            Annuler
          </Button>
          <Button type="submit" form={form} busy={change.isPending}>
            Enregistrer
          </Button>
        </>
      }
    >
      {change.error ? (
        <Notice tone="error" announced>
          {problemMessage(change.error)}
        </Notice>
      ) : null}
      <form id={form} onSubmit={submit}>
        <TextAreaField
          label="Allergies"
          hint="Telles que la famille les a écrites, PAI compris. Laissez vide s’il n’y en a pas."
          maxLength={500}
          value={allergies}
          onChange={({ currentTarget: { value } }) => setAllergies(value)}
        />
      </form>
    </Sheet>
  );
}
