import { fromIso, type Instant, toIso } from '@preau/domain/time/instant';
import { customType } from 'drizzle-orm/pg-core';

/** `timestamptz` as a branded instant: the project never handles `Date` objects. */
export const instant = customType<{ data: Instant; driverData: string }>({
  dataType: () => 'timestamptz',
  toDriver: (value) => toIso(value),
  // PostgreSQL writes `2026-11-16 09:00:00.25+01`, in the time zone of the connection.
  fromDriver: (text) => fromIso(text.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00')),
});

/** `bytea` as a Buffer. */
export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });
