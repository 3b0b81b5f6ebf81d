import type { ReactNode } from 'react';
import classes from './radio-card.module.css';

type RadioCardProps = {
  readonly name: string;
  readonly value: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly title: string;
  readonly detail?: ReactNode;
  /** At the end of the card, e.g. an amount. */
  readonly aside?: ReactNode;
  readonly onChoose: () => void;
};

/** One choice among several, the whole card being its label. */
export function RadioCard(props: RadioCardProps) {
  const { name, value, checked, disabled = false, title, detail, aside, onChoose } = props;
  return (
    <label className={classes.card}>
      <input
        type="radio"
        name={name}
        value={value}
        checked={checked}
        disabled={disabled}
        onChange={onChoose}
      />
      <span className={classes.text}>
        <span className={classes.title}>{title}</span>
        {detail ? <span className={classes.detail}>{detail}</span> : null}
      </span>
      {aside ? <span className={classes.aside}>{aside}</span> : null}
    </label>
  );
}
