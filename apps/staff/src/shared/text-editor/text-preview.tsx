import { Button } from '@preau/ui/actions/button';
import { RichText } from '@preau/ui/content/rich-text';
import { Notice } from '@preau/ui/feedback/notice';
import { Skeleton } from '@preau/ui/feedback/states';
import { problemMessage } from '../problem-messages.ts';
import classes from './text-editor.module.css';
import { useTextPreview } from './use-text-preview.ts';

/** A text as families will read it. Its links open elsewhere: what is being written stays. */
export function TextPreview({ text }: { readonly text: string }) {
  const { html, error, refetch, isFetching } = useTextPreview(text);
  if (html === '') return <p className={classes.empty}>Le texte apparaîtra ici.</p>;
  return (
    <>
      {error ? (
        <Notice
          tone="warning"
          actions={
            <Button variant="secondary" busy={isFetching} onClick={() => void refetch()}>
              Actualiser l’aperçu
            </Button>
          }
        >
          L’aperçu n’a pas pu être mis à jour. {problemMessage(error)}
        </Notice>
      ) : null}
      {html === undefined ? (
        error ? null : (
          <Skeleton height="4rem" />
        )
      ) : (
        <RichText html={html.replaceAll('<a ', '<a target="_blank" ')} />
      )}
    </>
  );
}
