/** What other modules may use of enrolments. */
export { type AcceptedEnrolment, acceptEnrolments } from './enrolment.store.ts';
