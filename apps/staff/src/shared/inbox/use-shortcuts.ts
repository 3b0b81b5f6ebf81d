import { useEffect, useEffectEvent, useState } from 'react';

/** What each key does; a key that does nothing now is left alone. */
export type Shortcuts = Readonly<Partial<Record<'j' | 'k' | 'a' | 'r', () => void>>>;

const cookie = 'preau-touches';
const aYear = 365 * 24 * 60 * 60;

/** Keys of one letter, for who wants them (WCAG 2.1.4): the choice is kept on this device. */
export function useShortcuts(shortcuts: Shortcuts) {
  const [on, setOn] = useState(() => !document.cookie.includes(`${cookie}=non`));
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (isWriting(event.target)) return;
    const known = (['j', 'k', 'a', 'r'] as const).find((key) => key === event.key.toLowerCase());
    const act = known && shortcuts[known];
    if (!act) return;
    event.preventDefault();
    act();
  });

  useEffect(() => {
    if (!on) return;
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [on]);

  return {
    on,
    change: (next: boolean) => {
      document.cookie = `${cookie}=${next ? 'oui' : 'non'}; path=/staff; max-age=${aYear}; samesite=strict`;
      setOn(next);
    },
  };
}

/** In a field a letter is a letter. */
function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))
  );
}
