/** What the planning last said to those who listen. One voice, whatever made it speak. */
export type Announcer = {
  readonly read: () => string;
  readonly say: (message: string) => void;
  /** Calls back after each message; returns how to stop. */
  readonly subscribe: (changed: () => void) => () => void;
};

export function createAnnouncer(): Announcer {
  const listeners = new Set<() => void>();
  let message = '';
  return {
    read: () => message,
    say: (said) => {
      message = said;
      for (const changed of listeners) changed();
    },
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}
