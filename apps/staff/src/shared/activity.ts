import { client } from '@preau/api-client/staff/client';
import type { Instant } from '@preau/domain/time/instant';
import { useSyncExternalStore } from 'react';
import { deviceNow } from './clock.ts';

let lastAnswer: Instant = deviceNow();
const listeners = new Set<() => void>();

// Each answer of the server is a sign of activity that it has seen too.
client.interceptors.response.use((response) => {
  lastAnswer = deviceNow();
  for (const changed of listeners) changed();
  return response;
});

/** When the server last answered this page, by the device's clock. */
export function useLastAnswer(): Instant {
  return useSyncExternalStore(subscribe, () => lastAnswer);
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}
