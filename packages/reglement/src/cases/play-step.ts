import type { Answer, Play } from './play.ts';
import { playBooking, playGesture, playQuestion } from './play-booking.ts';
import { learn, playBill, playLeaving, playPrice } from './play-money.ts';
import { playPresence, playProof } from './play-presence.ts';
import type { CaseStep } from './steps.schema.ts';

/** Plays a step; it has two answers where it is asked `around` a moment, none where it only tells. */
export function playStep(step: CaseStep, play: Play): readonly Answer[] {
  switch (step.do) {
    case 'book':
    case 'wait':
    case 'cancel':
      return [playBooking(step, play)];
    case 'couldBook':
    case 'couldWait':
    case 'couldCancel':
    case 'couldEnrol':
    case 'look':
      return playQuestion(step, play);
    case 'accept':
    case 'refuse':
    case 'pay':
    case 'refusePayment':
    case 'offer':
    case 'acceptOffer':
    case 'declineOffer':
    case 'close':
      return [playGesture(step, play)];
    case 'attend':
    case 'miss':
    case 'absent':
      return [playPresence(step, play)];
    case 'prove':
      return [playProof(step, play)];
    case 'price':
    case 'deposit':
      return [playPrice(step, play)];
    case 'bill':
      return [playBill(step, play)];
    case 'leave':
      return [playLeaving(step, play)];
    case 'know':
    case 'quotient':
    case 'join':
    case 'charge':
      learn(step, play);
      return [];
  }
}
