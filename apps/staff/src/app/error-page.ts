/** What one does when a page could not be shown. */
export const brokenPageAdvice =
  'Rechargez-la. Si cela se reproduit, prévenez la personne qui administre l’espace.';
