import { useEffect, useRef, useState } from 'react';
import { VisuallyHidden } from '../feedback/visually-hidden.tsx';
import classes from './page-title.module.css';

type PageTitleProps = {
  readonly children: string;
  /** What follows in the title of the tab: the organisation. */
  readonly site: string;
  /** One came by a link inside the portal: the heading takes the focus, so that it is read. */
  readonly arrivedByLink: boolean;
  /** Kept for those who listen, where the screen already says it. */
  readonly hidden?: boolean;
};

/** The page's `h1` and the title of its tab. */
export function PageTitle({ children, site, arrivedByLink, hidden = false }: PageTitleProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // As it was when the page appeared: what changes inside the page keeps the focus where it is.
  const [takesFocus] = useState(arrivedByLink);

  useEffect(() => {
    document.title = `${children} – ${site}`;
  }, [children, site]);

  useEffect(() => {
    if (takesFocus) heading.current?.focus({ preventScroll: true });
  }, [takesFocus]);

  return (
    <h1 ref={heading} tabIndex={-1} className={hidden ? undefined : classes.title}>
      {hidden ? <VisuallyHidden>{children}</VisuallyHidden> : children}
    </h1>
  );
}
