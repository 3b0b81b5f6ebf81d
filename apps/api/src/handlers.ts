import {
  sendDocumentDecision,
  sendInvitation,
  sendOffer,
  sendOfferLapsed,
  sendPasswordNotice,
  sendReceipt,
  sendResetLink,
  sendWaitingOver,
} from './modules/communications/communications.public.ts';
import type { EventHandlers } from './platform/outbox/event-handlers.ts';

/** Who reacts to which event, once committed. */
export const handlers: EventHandlers = {
  'account.invited': [sendInvitation],
  'account.resetAsked': [sendResetLink],
  'account.passwordChanged': [sendPasswordNotice],
  'cart.confirmed': [sendReceipt],
  'document.decided': [sendDocumentDecision],
  'household.booked': [sendReceipt],
  'offer.lapsed': [sendOfferLapsed],
  'offer.made': [sendOffer],
  'waiting.lapsed': [sendWaitingOver],
};
