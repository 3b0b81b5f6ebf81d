/** Tells after the next picture what can wait for it: the hand sees its own gesture first. */
export function afterPaint(
  subscribe: (changed: () => void) => () => void,
): (changed: () => void) => () => void {
  const due = new Set<() => void>();
  let asked = false;
  const tell = () => {
    asked = false;
    const told = [...due];
    due.clear();
    for (const changed of told) changed();
  };
  return (changed) => {
    const stop = subscribe(() => {
      due.add(changed);
      if (asked) return;
      asked = true;
      requestAnimationFrame(() => setTimeout(tell));
    });
    return () => {
      due.delete(changed);
      stop();
    };
  };
}
