import { type Band, bandMarks, bandWords } from './cell-look.ts';
import classes from './legend.module.css';
import looks from './bands.module.css';

/** What colours and marks mean. */
export function Legend() {
  return (
    <ul className={classes.legend} aria-label="Légende">
      {Object.entries(bandWords).map(([band, word]) => (
        <li key={band}>
          <span className={`${classes.sample} ${looks.cell}`} data-band={band} aria-hidden="true">
            <span className={looks.mark}>{bandMarks[band as Band]}</span>
          </span>
          {word}
        </li>
      ))}
      <li>
        <span
          className={`${classes.sample} ${looks.cell}`}
          data-band="low"
          data-waits
          aria-hidden="true"
        />
        liste d’attente
      </li>
    </ul>
  );
}
