import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { IconButton } from '../actions/button.tsx';
import classes from './sheet.module.css';

type SheetProps = {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons, always visible at the foot. */
  readonly actions?: ReactNode;
};

/**
 * A modal `<dialog>`: at the foot of a phone, centred on a desk. Render it to open it; once it
 * is closed, the browser gives the focus back to where it was.
 */
export function Sheet({ title, onClose, children, actions }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    return () => element?.close();
  }, []);

  return (
    <dialog
      ref={dialog}
      className={classes.sheet}
      aria-labelledby={titleId}
      // A tap beside the sheet closes it too, where the browser knows how.
      closedby="any"
      // An effect that runs twice closes and opens it again: only a sheet that is closed was closed.
      onClose={({ currentTarget }) => {
        if (!currentTarget.open) onClose();
      }}
    >
      <div className={classes.panel}>
        <header className={classes.header}>
          <h2 id={titleId}>{title}</h2>
          <IconButton label="Fermer" onClick={onClose}>
            <X size={24} aria-hidden="true" />
          </IconButton>
        </header>
        <div className={classes.content}>{children}</div>
        {actions ? <footer className={classes.actions}>{actions}</footer> : null}
      </div>
    </dialog>
  );
}
