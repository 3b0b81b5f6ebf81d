/** What became of the enrolment of the child in the activity that school year. */
export type EnrolmentFact =
  | 'none'
  | 'requested'
  | 'incomplete'
  | 'accepted'
  | 'refused'
  | 'waitlisted'
  | 'ended';
