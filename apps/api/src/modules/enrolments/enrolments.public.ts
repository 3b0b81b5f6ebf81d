/** What other modules may use of enrolments. */
export { type AcceptedEnrolment, acceptEnrolments } from './enrolment.store.ts';
export { countEnrolmentRequests } from './enrolment-requests.queries.ts';
