import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { usePaths } from '../../shared/organisation.ts';
import { placeOf } from './enrolment-place.ts';
import { type ChildEnrolments, useAskEnrolments } from './enrolments.queries.ts';

/** What is chosen, of whom and for which year. */
type Choice = { readonly about: string; readonly activityIds: ReadonlySet<string> };

const noChoice: Choice = { about: '', activityIds: new Set() };

/**
 * What is being asked for one child and one school year, sent once at a time. Whatever goes wrong,
 * what was chosen and written stays.
 */
export function useAsking(child: ChildEnrolments | undefined, schoolYear: string) {
  const paths = usePaths();
  const navigate = useNavigate();
  const { mutate, isPending, error, data } = useAskEnrolments();
  const [choice, setChoice] = useState<Choice>(noChoice);
  // Of another child, or another year, nothing is chosen yet.
  const about = `${child?.id} ${schoolYear}`;
  const wanted = choice.about === about ? choice.activityIds : noChoice.activityIds;
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const possible = child?.available.filter(({ verdict }) => verdict.outcome === 'pending') ?? [];
  const chosen = possible.filter(({ activityId }) => wanted.has(activityId));
  const lack = lackOf(child, possible.length, chosen.length);

  const toggle = (activityId: string, on: boolean) => {
    const next = new Set(wanted);
    if (on) next.add(activityId);
    else next.delete(activityId);
    setChoice({ about, activityIds: next });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (lack !== null || !child || isPending) return;
    const activityIds = chosen.map(({ activityId }) => activityId);
    mutate(
      { body: { childId: child.id, activityIds, schoolYear, note: note.trim() } },
      {
        onSuccess: ({ results }) => {
          if (results.some(({ result }) => result === 'notDone')) return;
          const back = `${paths.enrolments}${placeOf({ child: child.id, schoolYear })}`;
          void navigate(back, { replace: true, state: { asked: true } });
        },
      },
    );
  };
  return {
    wanted,
    toggle,
    note,
    setNote,
    submit,
    busy: isPending,
    error,
    /** Some of it could not be asked for: what is shown is read again. */
    isPartly: data?.results.some(({ result }) => result === 'notDone') ?? false,
    /** What is still to be chosen, in words, once it was tried without. */
    lack: tried ? lack : null,
  };
}

function lackOf(
  child: ChildEnrolments | undefined,
  possible: number,
  chosen: number,
): string | null {
  if (!child) return 'Choisissez l’enfant concerné.';
  if (chosen > 0) return null;
  return possible > 0
    ? 'Choisissez au moins un accueil.'
    : 'Aucun accueil ne peut être demandé en ligne pour le moment.';
}
