import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { useOrganisation } from './organisation.ts';
import classes from './page-title.module.css';

type PageTitleProps = {
  readonly children: string;
  /** Kept for those who listen, where the screen already says it. */
  readonly hidden?: boolean;
};

/** The page's `h1` and the title of its tab. It takes the focus when one arrives by a link. */
export function PageTitle({ children, hidden = false }: PageTitleProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { data: organisation } = useOrganisation();
  const { key } = useLocation();
  // As it was when the page appeared: a week that changes keeps the focus where it is.
  const [arrivedByLink] = useState(key !== 'default');

  useEffect(() => {
    document.title = [children, organisation?.name ?? 'Espace professionnel'].join(' – ');
  }, [children, organisation?.name]);

  useEffect(() => {
    if (arrivedByLink) heading.current?.focus({ preventScroll: true });
  }, [arrivedByLink]);

  return (
    <h1 ref={heading} tabIndex={-1} className={hidden ? classes.hidden : classes.title}>
      {children}
    </h1>
  );
}
