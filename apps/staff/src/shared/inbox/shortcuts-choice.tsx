import classes from './inbox.module.css';

type ShortcutsChoiceProps = {
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
};

/** Keys of one letter can be switched off: a voice or a sleeve may press them. */
export function ShortcutsChoice({ on, onChange }: ShortcutsChoiceProps) {
  return (
    <label className={classes.shortcuts}>
      <input
        type="checkbox"
        checked={on}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>
        Touches rapides : <kbd>j</kbd> suivante, <kbd>k</kbd> précédente, <kbd>a</kbd> accepter,{' '}
        <kbd>r</kbd> refuser
      </span>
    </label>
  );
}
