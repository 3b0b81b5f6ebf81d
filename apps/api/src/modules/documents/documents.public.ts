/** What other modules and the demonstration may use of documents. */
export { findInboxDocument } from './documents.queries.ts';
