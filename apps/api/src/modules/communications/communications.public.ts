/** Who writes e-mails about what, and the news. */
export {
  sendClosure,
  sendOfferAccepted,
  sendOfferDeclined,
  sendPaymentExpired,
  sendPaymentReceived,
  sendPaymentReminder,
  sendPlaceGiven,
  sendRequestsAnswered,
  sendRequestUnanswered,
} from './handlers/send-booking-news.ts';
export { sendDocumentDecision } from './handlers/send-document-decision.ts';
export { sendEnrolmentAnswered, sendEnrolmentRequested } from './handlers/send-enrolment-news.ts';
export { sendInvitation } from './handlers/send-invitation.ts';
export { sendPasswordNotice } from './handlers/send-password-notice.ts';
export { sendReceipt } from './handlers/send-receipt.ts';
export { sendResetLink } from './handlers/send-reset-link.ts';
export { sendOffer, sendOfferLapsed, sendWaitingOver } from './handlers/send-waiting-news.ts';
export { createNews } from './use-cases/create-news.ts';
