/** What other modules may use of documents. */
export { findInboxDocument } from './documents.queries.ts';
export { kindOf } from './to-wire.ts';
