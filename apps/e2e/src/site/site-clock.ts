import { isoOf } from './open-demo-site.ts';

/** The clock that the server and the worker share. */
export type SiteClock = {
  now(): Promise<Date>;
  /** Makes it show `instant` (ISO, with its offset) and run on from there. */
  show(instant: string): Promise<void>;
};

export function siteClock(url: string): SiteClock {
  const address = `${url}/dev/clock`;
  return {
    async now() {
      const { now } = await (await fetch(address)).json();
      return new Date(now);
    },
    async show(instant) {
      const answer = await fetch(address, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ now: isoOf(instant) }),
      });
      if (!answer.ok) throw new Error(`The clock could not be moved: ${await answer.text()}`);
    },
  };
}
