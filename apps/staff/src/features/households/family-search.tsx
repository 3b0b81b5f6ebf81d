import { Search, X } from 'lucide-react';
import { IconButton } from '@preau/ui/actions/button';
import { useEffect, useId, useRef } from 'react';
import classes from './family-search.module.css';

type FamilySearchProps = {
  readonly typed: string;
  /** Other families are on their way. */
  readonly busy: boolean;
  /** One comes to search: with a keyboard at hand the field is ready to be typed in. */
  readonly takesFocus: boolean;
  readonly onType: (typed: string) => void;
};

/** The search as one types: name, child, telephone or e-mail. */
export function FamilySearch({ typed, busy, takesFocus, onType }: FamilySearchProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const focusFirst = useRef(takesFocus);

  useEffect(() => {
    // On a phone the keyboard would cover the list.
    const hasKeyboard = window.matchMedia?.('(hover: hover) and (pointer: fine)').matches;
    if (focusFirst.current && hasKeyboard) field.current?.focus({ preventScroll: true });
  }, []);

  return (
    <search className={classes.search}>
      <label className={classes.label} htmlFor={id}>
        Rechercher une famille
      </label>
      <span className={classes.frame}>
        <Search size={22} aria-hidden="true" />
        <input
          ref={field}
          id={id}
          className={classes.field}
          type="text"
          inputMode="search"
          enterKeyHint="search"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          placeholder="Nom, prénom d’un enfant, téléphone ou e‑mail"
          value={typed}
          onChange={({ currentTarget: { value } }) => onType(value)}
          onKeyDown={({ key }) => {
            if (key === 'Escape') onType('');
          }}
        />
        {busy ? <span className={classes.spinner} aria-hidden="true" /> : null}
        {typed === '' ? null : (
          <IconButton
            label="Effacer la recherche"
            onClick={() => {
              onType('');
              field.current?.focus();
            }}
          >
            <X size={22} aria-hidden="true" />
          </IconButton>
        )}
      </span>
    </search>
  );
}
