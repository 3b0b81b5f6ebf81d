import { useEffect, useRef } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router';

/** A page one goes to begins at its top; going back, the browser finds the place one left. */
export function useScrollToTop(): void {
  const { pathname } = useLocation();
  const came = useNavigationType();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    if (came !== NavigationType.Pop) window.scrollTo(0, 0);
  }, [pathname, came]);
}
