import { Button, IconButton } from '@preau/ui/actions/button';
import { Field } from '@preau/ui/forms/field';
import { SelectField } from '@preau/ui/forms/select-field';
import { Panel } from '@preau/ui/shell/panel';
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useRef } from 'react';
import type { PartProps } from './part.ts';
import type { KindDraft } from './settings-draft.ts';
import classes from './settings.module.css';

const mostKinds = 30;

/** The documents a family may send, in the order they are proposed. */
export function DocumentKindsPanel({ draft, errors, onChange }: PartProps) {
  const list = useRef<HTMLDivElement>(null);
  const kinds = draft.documentKinds;
  const put = (documentKinds: readonly KindDraft[]) => onChange({ ...draft, documentKinds });
  const swap = (one: number, other: number) =>
    put(kinds.map((kind, at) => kinds[at === one ? other : at === other ? one : at] ?? kind));
  const add = () => {
    const key = crypto.randomUUID();
    put([...kinds, { key, code: null, label: '', about: 'household', help: '' }]);
    requestAnimationFrame(() => {
      list.current?.querySelector<HTMLElement>('fieldset:last-of-type input')?.focus();
    });
  };
  return (
    <Panel title="Types de documents">
      <p className={classes.soft}>
        Ce que les familles peuvent envoyer. Un type retiré n’est plus proposé ; les documents déjà
        envoyés restent.
      </p>
      <div ref={list} className={classes.kinds}>
        {kinds.map((kind, at) => (
          <KindFields
            key={kind.key}
            kind={kind}
            number={at + 1}
            error={errors.get(`documentKinds.${kind.key}`)}
            onChange={(next) => put(kinds.map((one) => (one === kind ? next : one)))}
            onUp={at === 0 ? undefined : () => swap(at, at - 1)}
            onDown={at === kinds.length - 1 ? undefined : () => swap(at, at + 1)}
            onRemove={() => put(kinds.filter((one) => one !== kind))}
          />
        ))}
        {kinds.length === 0 ? <p>Aucun : les familles ne peuvent rien envoyer.</p> : null}
      </div>
      {kinds.length < mostKinds ? (
        <div>
          <Button variant="secondary" icon={<Plus size={20} aria-hidden="true" />} onClick={add}>
            Ajouter un type de document
          </Button>
        </div>
      ) : null}
    </Panel>
  );
}

const about = [
  { value: 'household', label: 'Toute la famille' },
  { value: 'child', label: 'Un enfant' },
];

type KindFieldsProps = {
  readonly kind: KindDraft;
  readonly number: number;
  readonly error: string | undefined;
  readonly onChange: (kind: KindDraft) => void;
  /** `undefined`: it is the first. */
  readonly onUp: (() => void) | undefined;
  /** `undefined`: it is the last. */
  readonly onDown: (() => void) | undefined;
  readonly onRemove: () => void;
};

function KindFields(props: KindFieldsProps) {
  const { kind, number, error, onChange, onUp, onDown, onRemove } = props;
  const named = kind.label.trim() === '' ? `le document ${number}` : `« ${kind.label.trim()} »`;
  return (
    <fieldset className={classes.kind}>
      <legend>Document {number}</legend>
      <div className={classes.pair}>
        <Field
          label="Nom du document"
          maxLength={60}
          autoComplete="off"
          value={kind.label}
          error={error}
          onChange={({ currentTarget: { value } }) => onChange({ ...kind, label: value })}
        />
        <Field
          label="À savoir avant de l’envoyer (facultatif)"
          maxLength={200}
          autoComplete="off"
          value={kind.help}
          onChange={({ currentTarget: { value } }) => onChange({ ...kind, help: value })}
        />
      </div>
      <div className={classes.kindFoot}>
        <SelectField
          label="Concerne"
          value={kind.about}
          options={about}
          onChoose={(value) =>
            onChange({ ...kind, about: value === 'child' ? 'child' : 'household' })
          }
        />
        <span className={classes.kindTools}>
          <IconButton label={`Monter ${named}`} bordered aria-disabled={!onUp} onClick={onUp}>
            <ArrowUp size={20} aria-hidden="true" />
          </IconButton>
          <IconButton
            label={`Descendre ${named}`}
            bordered
            aria-disabled={!onDown}
            onClick={onDown}
          >
            <ArrowDown size={20} aria-hidden="true" />
          </IconButton>
          <IconButton label={`Retirer ${named}`} bordered onClick={onRemove}>
            <Trash2 size={20} aria-hidden="true" />
          </IconButton>
        </span>
      </div>
    </fieldset>
  );
}
