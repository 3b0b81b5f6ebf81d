import classes from './brand-mark.module.css';

type BrandMarkProps = { readonly portal: string; readonly organisation: string };

/** Initials, name of the portal and of the organisation: the head of every page. */
export function BrandMark({ portal, organisation }: BrandMarkProps) {
  return (
    <span className={classes.mark}>
      <span className={classes.initials} aria-hidden="true">
        {initialsOf(organisation)}
      </span>
      <span className={classes.names}>
        <strong className={classes.portal}>{portal}</strong>
        <span className={classes.organisation}>{organisation}</span>
      </span>
    </span>
  );
}

/** First letters of the first two words that carry meaning: « ALSH du Val de Lure » → « AV ». */
function initialsOf(name: string): string {
  const small = new Set(['de', 'du', 'des', 'la', 'le', 'les', 'l', 'd', 'et', 'à', 'sur']);
  const words = name.split(/[\s'’·-]+/).filter((word) => word && !small.has(word.toLowerCase()));
  return words
    .slice(0, 2)
    .map((word) => word.charAt(0).toLocaleUpperCase('fr'))
    .join('');
}
