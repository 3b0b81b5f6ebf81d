import { type CellKey, cellKeys, cellWords } from '@preau/domain/bookings/cell-view';
import { cellLooks } from './cell-looks.tsx';
import classes from './legend.module.css';
import tones from './tones.module.css';

type LegendProps = {
  /** What each state means for the parent, in a sentence. */
  readonly meanings: Readonly<Partial<Record<CellKey, string>>>;
};

/** Every state that has a meaning here, drawn as in the planning, in the order of the domain. */
export function Legend({ meanings }: LegendProps) {
  return (
    <ul className={classes.legend}>
      {cellKeys
        .filter((key) => meanings[key] !== undefined)
        .map((key) => (
          <li key={key} className={classes.entry}>
            <Swatch cellKey={key} />
            <span>
              <strong className={classes.word}>{cellWords[key]}</strong>
              <span className={classes.meaning}>{meanings[key]}</span>
            </span>
          </li>
        ))}
    </ul>
  );
}

function Swatch({ cellKey }: { readonly cellKey: CellKey }) {
  const { tone, Icon } = cellLooks[cellKey];
  return (
    <span className={`${classes.swatch} ${tones[tone]}`} aria-hidden="true">
      {Icon ? <Icon size={20} strokeWidth={2.25} /> : null}
    </span>
  );
}
