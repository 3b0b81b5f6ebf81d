import { type Instant, fromIso } from '@preau/domain/time/instant';

/** The device's clock. It may be wrong: limits are judged by the server's. */
// oxlint-disable-next-line eslint/no-restricted-properties -- this is the clock of the pages
export const deviceNow = (): Instant => Date.now() as Instant;

/**
 * What the server's clock says now, from an answer that carried its time.
 * @param told the server's time in that answer.
 * @param receivedAt the device's time when the answer came, in ms.
 */
export function serverNow(told: string, receivedAt: number): Instant {
  return (fromIso(told) + (deviceNow() - receivedAt)) as Instant;
}
