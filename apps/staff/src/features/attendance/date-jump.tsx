import type { Day } from '@preau/domain/time/day';
import { type KeyboardEvent, useEffect, useState } from 'react';
import classes from './day-bar.module.css';
import { chosenDay, firstChoice, lastChoice } from './day-choice.ts';

/** « 24 » passes by « 2 »: a date being typed is followed once the fingers rest. */
const restMs = 600;

type DateJumpProps = { readonly shown: Day | null; readonly onChoose: (on: Day) => void };

/** Straight to a date, typed or picked. */
export function DateJump({ shown, onChoose }: DateJumpProps) {
  // What is in the field while it is not yet the day shown.
  const [draft, setDraft] = useState<string | null>(null);

  const follow = () => {
    const on = chosenDay(draft);
    setDraft(null);
    if (on !== null && on !== shown) onChoose(on);
  };

  useEffect(() => {
    // An unfinished date waits for the rest of it.
    if (chosenDay(draft) === null) return;
    const timer = setTimeout(follow, restMs);
    return () => clearTimeout(timer);
  });

  return (
    <input
      type="date"
      className={classes.date}
      aria-label="Choisir une date"
      min={firstChoice}
      max={lastChoice}
      value={draft ?? shown ?? ''}
      onChange={({ currentTarget: { value } }) => setDraft(value)}
      onBlur={follow}
      onKeyDown={({ key }: KeyboardEvent) => {
        if (key === 'Enter') follow();
      }}
    />
  );
}
