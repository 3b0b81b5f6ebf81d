import { Button } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { Field } from '@preau/ui/forms/field';
import { Panel } from '@preau/ui/shell/panel';
import { Plus } from 'lucide-react';
import { type FormEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { Link } from 'react-router';
import { usePaths } from '../../../shared/organisation.ts';
import { problemMessage } from '../../../shared/problem-messages.ts';
import { ChildFields } from './child-fields.tsx';
import { emptyChild, emptyGuardian, type HouseholdDraft, nameOf } from './draft.ts';
import {
  addressOwnerIn,
  errorsOf,
  knownChildIn,
  type KnownChild,
  refusedFields,
} from './draft-errors.ts';
import { GuardianFields } from './guardian-fields.tsx';
import classes from './household-form.module.css';

const mostGuardians = 4;
const mostChildren = 8;
const schoolClasses = ['PS', 'MS', 'GS', 'CP', 'CE1', 'CE2', 'CM1', 'CM2'];

type HouseholdFormProps = {
  readonly draft: HouseholdDraft;
  readonly onChange: (draft: HouseholdDraft) => void;
  /** The present day `YYYY-MM-DD`. */
  readonly today: string;
  readonly busy: boolean;
  /** What the last attempt was refused with. */
  readonly error: unknown;
  readonly action: string;
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
  /** Before the buttons. */
  readonly children?: ReactNode;
};

/** A family, typed in or changed. Nothing is lost when it is refused; each error is at its field. */
export function HouseholdForm(props: HouseholdFormProps) {
  const { draft, onChange, today, busy, error, action, onSubmit, onCancel, children } = props;
  const form = useRef<HTMLFormElement>(null);
  const [tried, setTried] = useState(0);
  const own = useMemo(() => errorsOf(draft, today), [draft, today]);
  // What the server refused holds until that is changed: the draft as it was sent tells.
  const [sent, setSent] = useState<HouseholdDraft | null>(null);
  const refused = sent === draft && error ? refusedFields(error, draft) : new Map<string, string>();
  const errors = new Map([...refused, ...(tried > 0 ? own : [])]);
  const known = sent === draft ? knownChildIn(error, draft) : null;
  if (known) errors.delete(`c.${known.key}`);
  const refusals = refused.size;

  useEffect(() => {
    if (tried === 0 && refusals === 0) return;
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    wrong?.focus();
  }, [tried, refusals]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setTried(tried + 1);
    if (own.size > 0) return;
    setSent(draft);
    onSubmit();
  };

  return (
    <form ref={form} className={classes.form} noValidate onSubmit={submit}>
      <Trouble
        error={sent === draft ? error : null}
        wrong={tried > 0 ? own.size : 0}
        told={known !== null}
      />
      <GuardiansPart draft={draft} errors={errors} onChange={onChange} />
      <ChildrenPart draft={draft} errors={errors} known={known} onChange={onChange} />
      <HouseholdPart draft={draft} errors={errors} onChange={onChange} />
      {children}
      <div className={classes.buttons}>
        <Button variant="secondary" onClick={onCancel}>
          Annuler
        </Button>
        <Button type="submit" busy={busy}>
          {action}
        </Button>
      </div>
    </form>
  );
}

type TroubleProps = { readonly error: unknown; readonly wrong: number; readonly told: boolean };

/** What is wrong, at the head of the form; what is wrong with a field is beside it. */
function Trouble({ error, wrong, told }: TroubleProps) {
  const paths = usePaths();
  if (wrong > 0) {
    return (
      <Notice tone="error" announced title="Rien n’est encore enregistré">
        {wrong === 1 ? 'Une information est' : `${wrong} informations sont`} à compléter ou à
        corriger.
      </Notice>
    );
  }
  if (!error || told) return null;
  const owner = addressOwnerIn(error);
  return (
    <Notice
      tone="error"
      announced
      title="Rien n’est encore enregistré"
      actions={owner ? <Link to={paths.family(owner.id)}>Ouvrir « {owner.name} »</Link> : null}
    >
      {problemMessage(error)}
    </Notice>
  );
}

type PartProps = {
  readonly draft: HouseholdDraft;
  readonly errors: ReadonlyMap<string, string>;
  readonly onChange: (draft: HouseholdDraft) => void;
};

function GuardiansPart({ draft, errors, onChange }: PartProps) {
  const { guardians } = draft;
  return (
    <Panel title="Responsables">
      {guardians.map((guardian, at) => (
        <GuardianFields
          key={guardian.key}
          guardian={guardian}
          number={at + 1}
          errors={errors}
          onChange={(next) =>
            onChange({
              ...draft,
              guardians: guardians.map((one) => (one === guardian ? next : one)),
            })
          }
          onRemove={
            guardians.length === 1
              ? undefined
              : () =>
                  onChange({
                    ...draft,
                    guardians: guardians.filter((one) => one !== guardian),
                    removedGuardianIds:
                      guardian.id === null
                        ? draft.removedGuardianIds
                        : [...draft.removedGuardianIds, guardian.id],
                  })
          }
        />
      ))}
      {draft.removedGuardianIds.length > 0 ? (
        <Notice tone="warning">
          À l’enregistrement, la personne retirée ne verra plus ce foyer et sera déconnectée.
        </Notice>
      ) : null}
      {guardians.length < mostGuardians ? (
        <div>
          <Button
            variant="secondary"
            icon={<Plus size={20} aria-hidden="true" />}
            onClick={() => onChange({ ...draft, guardians: [...guardians, emptyGuardian()] })}
          >
            Ajouter un responsable
          </Button>
        </div>
      ) : null}
    </Panel>
  );
}

function ChildrenPart({
  draft,
  errors,
  known,
  onChange,
}: PartProps & { known: KnownChild | null }) {
  const { children, shared, guardians } = draft;
  return (
    <Panel title="Enfants">
      <datalist id="classes">
        {schoolClasses.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </datalist>
      {children.map((child, at) => (
        <ChildFields
          key={child.key}
          child={child}
          number={at + 1}
          errors={errors}
          known={known?.key === child.key ? known : null}
          onChange={(next) =>
            onChange({ ...draft, children: children.map((one) => (one === child ? next : one)) })
          }
          onShare={({ childId }) =>
            onChange({
              ...draft,
              children: children.filter((one) => one !== child),
              shared: [...shared, { childId, name: `${child.firstName} ${child.lastName}` }],
            })
          }
          onRemove={
            child.id !== null || children.length + shared.length === 1
              ? undefined
              : () => onChange({ ...draft, children: children.filter((one) => one !== child) })
          }
        />
      ))}
      <SharedChildren draft={draft} onChange={onChange} />
      {errors.has('children') ? <Notice tone="error">{errors.get('children')}</Notice> : null}
      {children.length + shared.length < mostChildren ? (
        <div>
          <Button
            variant="secondary"
            icon={<Plus size={20} aria-hidden="true" />}
            onClick={() =>
              onChange({
                ...draft,
                children: [...children, emptyChild(guardians[0]?.lastName ?? '')],
              })
            }
          >
            Ajouter un enfant
          </Button>
        </div>
      ) : null}
    </Panel>
  );
}

function SharedChildren({ draft, onChange }: Pick<PartProps, 'draft' | 'onChange'>) {
  const { shared } = draft;
  return shared.map(({ childId, name }) => (
    <div key={childId} className={classes.shared}>
      <p>
        <strong>{name}</strong>, déjà connu : rattaché aussi à ce foyer.
      </p>
      <Button
        variant="quiet"
        onClick={() =>
          onChange({ ...draft, shared: shared.filter((one) => one.childId !== childId) })
        }
      >
        Ne pas rattacher {name}
      </Button>
    </div>
  ));
}

function HouseholdPart({ draft, errors, onChange }: PartProps) {
  const followed = nameOf({ ...draft, name: '' });
  return (
    <Panel title="Foyer">
      <div className={classes.row}>
        <Field
          label="Nom de la famille"
          hint={followed === '' ? 'Tel que vous le chercherez.' : `Sans rien écrire : ${followed}.`}
          maxLength={80}
          autoComplete="off"
          value={draft.name}
          error={errors.get('name')}
          onChange={({ currentTarget: { value } }) => onChange({ ...draft, name: value })}
        />
        <Field
          label="Adresse (facultatif)"
          hint="Numéro, rue et commune."
          maxLength={300}
          autoComplete="off"
          value={draft.address}
          error={errors.get('address')}
          onChange={({ currentTarget: { value } }) => onChange({ ...draft, address: value })}
        />
      </div>
      <div className={classes.row}>
        <Field
          label="Nouveau quotient familial (facultatif)"
          hint="Sans quotient, le tarif est le plus élevé."
          inputMode="numeric"
          maxLength={6}
          autoComplete="off"
          value={draft.quotient}
          error={errors.get('quotient')}
          onChange={({ currentTarget: { value } }) => onChange({ ...draft, quotient: value })}
        />
        <Field
          label="Valable à partir du"
          hint="Les jours d’avant gardent leur tarif."
          type="date"
          value={draft.quotientFrom}
          error={errors.get('quotientFrom')}
          onChange={({ currentTarget: { value } }) => onChange({ ...draft, quotientFrom: value })}
        />
      </div>
    </Panel>
  );
}
