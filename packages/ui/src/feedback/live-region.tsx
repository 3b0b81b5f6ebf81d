import { VisuallyHidden } from './visually-hidden.tsx';

/** The one polite live region of a page: it must be there before its message is. */
export function LiveRegion({ message }: { readonly message: string }) {
  return (
    <VisuallyHidden>
      <output>{message}</output>
    </VisuallyHidden>
  );
}
