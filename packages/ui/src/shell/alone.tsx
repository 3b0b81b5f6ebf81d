import type { ReactNode } from 'react';
import classes from './alone.module.css';

/** The whole page is one message: no header, no navigation. */
export function Alone({ children }: { readonly children: ReactNode }) {
  return <main className={classes.alone}>{children}</main>;
}
