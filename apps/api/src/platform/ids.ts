import { v7 } from 'uuid';

/** A new time-ordered identifier, made here and never by the database (PostgreSQL < 18 has none). */
export function newId(): string {
  return v7();
}
