import { fromIso, type Instant, toIso } from '@preau/domain/time/instant';
import { customType } from 'drizzle-orm/pg-core';

/** `timestamptz` as a branded instant: the project never handles `Date` objects. */
export const instant = customType<{ data: Instant; driverData: string }>({
  dataType: () => 'timestamptz',
  toDriver: (value) => toIso(value),
  // PostgreSQL writes `2026-11-16 08:00:00.25+00`; the offset is always whole hours in UTC.
  fromDriver: (text) => fromIso(`${text.replace(' ', 'T').replace(/\+00$/, 'Z')}`),
});

/** `bytea` as a Buffer. */
export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });
