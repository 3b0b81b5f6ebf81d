import { Field } from '@preau/ui/forms/field';
import { SelectField } from '@preau/ui/forms/select-field';
import type { DraftErrors } from './closure-draft.ts';
import type { ClosureCalendar, DeclaredClosure } from './closures.queries.ts';

type ClosureFieldsProps = {
  readonly calendar: ClosureCalendar;
  readonly draft: DeclaredClosure;
  readonly errors: DraftErrors;
  readonly onWrite: (more: Partial<DeclaredClosure>) => void;
};

/** Which days, where, what, and the words families read. */
export function ClosureFields({ calendar, draft, errors, onWrite }: ClosureFieldsProps) {
  const { today, facilities, activities } = calendar;
  const { facilityId } = draft;
  const offered = activities.filter(
    ({ facilityIds }) => facilityId === null || facilityIds.includes(facilityId),
  );
  return (
    <>
      <Field
        label="Du"
        type="date"
        min={today}
        value={draft.from}
        error={errors.from}
        onChange={({ currentTarget: { value } }) =>
          onWrite({ from: value, ...(draft.until < value ? { until: value } : {}) })
        }
      />
      <Field
        label="Au, inclus"
        type="date"
        min={draft.from}
        value={draft.until}
        error={errors.until}
        onChange={({ currentTarget }) => onWrite({ until: currentTarget.value })}
      />
      <SelectField
        label="Site"
        value={facilityId ?? ''}
        options={[
          { value: '', label: 'Tous les sites' },
          ...facilities.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChoose={(id) => onWrite({ facilityId: id === '' ? null : id, activityCode: null })}
      />
      <SelectField
        label="Activité"
        value={draft.activityCode ?? ''}
        options={[
          { value: '', label: 'Toutes les activités' },
          ...offered.map(({ code, label }) => ({ value: code, label })),
        ]}
        onChoose={(code) => onWrite({ activityCode: code === '' ? null : code })}
      />
      <Field
        label="Motif"
        hint={
          'Les familles le lisent sur leur planning et dans l’e‑mail : «\u00a0Grève\u00a0», «\u00a0Travaux\u00a0»…'
        }
        value={draft.label}
        maxLength={80}
        error={errors.label}
        onChange={({ currentTarget }) => onWrite({ label: currentTarget.value })}
      />
    </>
  );
}
