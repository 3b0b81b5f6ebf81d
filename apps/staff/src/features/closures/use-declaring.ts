import { problemCodeOf } from '@preau/api-client/failure';
import { day } from '@preau/domain/time/day';
import { useState } from 'react';
import { draftErrors, type DraftErrors } from './closure-draft.ts';
import {
  type ClosureCalendar,
  type DeclaredClosure,
  type Impact,
  useDeclareClosure,
  usePreviewClosure,
} from './closures.queries.ts';

type Shown = { readonly impact: Impact; readonly key: string };

/**
 * A closure being declared: what is written, what it would cancel, and doing it as it was shown.
 * Whatever is changed, here or by families meanwhile, is shown again before it can be done.
 */
export function useDeclaring(
  { today, from }: ClosureCalendar,
  onDone: (label: string, cancelled: number) => void,
) {
  const first = today > from ? today : from;
  const [draft, setDraft] = useState<DeclaredClosure>({
    facilityId: null,
    activityCode: null,
    from: first,
    until: first,
    label: '',
  });
  const [errors, setErrors] = useState<DraftErrors>({});
  const [shown, setShown] = useState<Shown | null>(null);
  const preview = usePreviewClosure();
  const declare = useDeclareClosure();

  const write = (more: Partial<DeclaredClosure>) => {
    setDraft({ ...draft, ...more });
    preview.reset();
    declare.reset();
  };
  const show = () => {
    const found = draftErrors(draft, day(today));
    setErrors(found);
    if (Object.keys(found).length > 0 || preview.isPending) return;
    const onSuccess = (impact: Impact) => setShown({ impact, key: crypto.randomUUID() });
    preview.mutate(draft, { onSuccess });
  };
  const submit = () => {
    if (shown === null || declare.isPending) return;
    const body = { ...draft, fingerprint: shown.impact.fingerprint };
    declare.mutate(
      { body, key: shown.key },
      {
        onSuccess: ({ cancelled }) => onDone(draft.label.trim(), cancelled),
        onError: (error) => {
          if (problemCodeOf(error) === 'impact-changed') show();
        },
      },
    );
  };
  return {
    draft,
    errors,
    impact: shown?.impact ?? null,
    error: declare.error ?? preview.error,
    isShowing: preview.isPending,
    isDeclaring: declare.isPending,
    write,
    show,
    submit,
    /** Back to what is written. */
    rewrite: () => {
      setShown(null);
      declare.reset();
    },
  };
}
