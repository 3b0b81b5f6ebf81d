import { describe, type TestContext, test } from 'vitest';
import { openVisits } from './browser/visits.ts';
import { bookEveryTuesday } from './journeys/guide/a-period.ts';
import { activateTheAccount, signInWithTheChosenPassword } from './journeys/guide/access.ts';
import { discoverTheSpace, readTheSmallPrint } from './journeys/guide/contents.ts';
import { sendADocument } from './journeys/guide/documents.ts';
import { registerTheFamily, sendTheInvitationAgain } from './journeys/guide/invitation.ts';
import { bookAWeek, cancelADay } from './journeys/guide/one-week.ts';
import { askTheService } from './journeys/guide/past-the-limit.ts';
import { cast, type Scene } from './journeys/guide/scene.ts';
import { guideOfValDeLure } from './journeys/instructions.ts';
import { stepsOf } from './journeys/steps.ts';
import { expectWholeDocument } from './journeys/town-scene.ts';
import { openMailbox } from './site/mailbox.ts';

describe.each(cast)('The guide of Val-de-Lure, on a $device.name', ({ device, family }) => {
  const visits = openVisits();
  const mailbox = openMailbox(visits);
  const expectLived = (chapter: (scene: Scene) => Promise<void>, context: TestContext) =>
    chapter({ visits, mailbox, device, family, step: stepsOf(context, device) });
  const invite = device.name === 'phone' ? sendTheInvitationAgain : registerTheFamily;

  test('the family is invited', (context) => expectLived(invite, context));
  test('legal pages are read', (context) => expectLived(readTheSmallPrint, context));
  test('the account is activated', (context) => expectLived(activateTheAccount, context));
  test('one signs in', (context) => expectLived(signInWithTheChosenPassword, context));
  test('the space is discovered', (context) => expectLived(discoverTheSpace, context));
  test('a document is sent', (context) => expectLived(sendADocument, context));
  test('a week is booked', (context) => expectLived(bookAWeek, context));
  test('a day is cancelled', (context) => expectLived(cancelADay, context));
  test('a whole period is booked', (context) => expectLived(bookEveryTuesday, context));
  test('past the limit, the service is asked', (context) => expectLived(askTheService, context));
});

test('every instruction of the guide was lived on both devices', () => {
  expectWholeDocument('val-de-lure', guideOfValDeLure);
});
