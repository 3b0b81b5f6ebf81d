import { type CellKey, cellWords } from '@preau/domain/bookings/cell-view';
import { cellLooks } from './cell-looks.tsx';
import classes from './legend-strip.module.css';
import tones from './tones.module.css';

/** The states of a grid in a line or two, under it: icon and word. */
export function LegendStrip({ keys }: { readonly keys: readonly CellKey[] }) {
  return (
    <ul className={classes.strip} aria-label="Légende">
      {keys.map((key) => {
        const { tone, Icon } = cellLooks[key];
        return (
          <li key={key} className={classes.entry}>
            <span className={`${classes.swatch} ${tones[tone]}`} aria-hidden="true">
              {Icon && key !== 'free' ? <Icon size={14} strokeWidth={2.25} /> : null}
            </span>
            {cellWords[key]}
          </li>
        );
      })}
    </ul>
  );
}
