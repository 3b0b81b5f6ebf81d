/**
 * The instructions of Val-de-Lure's own guide (its « Espace famille » explained to parents) that
 * can be lived today, by their number. Those that miss here are not built yet: legal pages and
 * footer (02–04), news (06), invoices and requests (08, 09), the filter by site (10), booking a
 * period (13, 20), and what only staff may do once the limit has passed (25–28), which the rules
 * know but no screen offers.
 */
export const owedInstructions = {
  'S1-01': 'an activation link is sent by e-mail, and can be sent again',
  'S1-05': 'one signs in with the e-mail address and the password one chose',
  'S1-07': 'the tab of the bookings',
  'S1-11': 'lunch, study and leisure centre are paid afterwards',
  'S1-12': 'the child is chosen',
  'S1-14': 'previous, today, next',
  'S1-15': 'one week, Monday to Friday, for each service',
  'S1-16': 'the legend',
  'S1-17': '« Votre panier est vide »',
  'S1-18': 'tab, then service, then child',
  'S1-19': 'one click on a day, then the cart is validated',
  'S1-21': 'unticking a day and validating cancels it',
  'S1-22': '48 working hours for wraparound care',
  'S1-23': '5 working days for Wednesdays',
  'S1-24': 'past the limit: not online, contact the centre',
  'S1-29': 'the team answers questions',
} as const;
