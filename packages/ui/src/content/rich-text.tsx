import classes from './rich-text.module.css';

/**
 * A text of the organisation.
 * @param html sanitised by the server, which alone turns Markdown into HTML.
 */
export function RichText({ html }: { readonly html: string }) {
  // oxlint-disable-next-line react/no-danger -- the one place: this HTML never comes from a browser
  return <div className={classes.text} dangerouslySetInnerHTML={{ __html: html }} />;
}
