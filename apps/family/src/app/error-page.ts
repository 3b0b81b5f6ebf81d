/** What one does when a page could not be shown, and what is not lost. */
export const brokenPageAdvice = 'Rechargez-la. Ce que vous avez mis dans le panier est conservé.';
