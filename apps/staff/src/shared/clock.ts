import type { Instant } from '@preau/domain/time/instant';

/** The device's clock. It may be wrong: what day it is, the server says. */
// oxlint-disable-next-line eslint/no-restricted-properties -- this is the clock of the pages
export const deviceNow = (): Instant => Date.now() as Instant;
