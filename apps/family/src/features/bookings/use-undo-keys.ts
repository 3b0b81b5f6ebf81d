import { useEffect } from 'react';

type UndoKeys = { readonly undo: () => void; readonly redo: () => void };

/** Ctrl+Z and Ctrl+Shift+Z on the page; where one types, or in a sheet, they keep their meaning. */
export function useUndoKeys({ undo, redo }: UndoKeys): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      if (event.target instanceof Element && event.target.closest('input, textarea, dialog'))
        return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) redo();
      else undo();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [undo, redo]);
}
