import { LiveRegion } from '@preau/ui/feedback/live-region';
import { useEffect, useSyncExternalStore } from 'react';
import { createAnnouncer } from './announcer.ts';

/** Beside React, so that a message redraws itself and nothing else. */
export const announcer = createAnnouncer();

/** The one live region of the planning. */
export function Announcements() {
  const message = useSyncExternalStore(announcer.subscribe, announcer.read);
  // What was said before is not said again to those who come back.
  useEffect(() => () => announcer.say(''), []);
  return <LiveRegion message={message} />;
}
