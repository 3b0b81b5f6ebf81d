import classes from './skip-link.module.css';

/** First stop of the keyboard: past the header, to the page. */
export function SkipLink({ target }: { readonly target: string }) {
  return (
    <a className={classes.skip} href={`#${target}`}>
      Aller au contenu
    </a>
  );
}
