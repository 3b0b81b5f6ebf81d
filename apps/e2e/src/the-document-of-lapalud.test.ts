import { describe, type TestContext, test } from 'vitest';
import { desk } from './browser/devices.ts';
import { openVisits } from './browser/visits.ts';
import { cast, type LapaludPart } from './journeys/lapalud/cast.ts';
import { enrol } from './journeys/lapalud/enrolment.ts';
import { guideOfLapalud } from './journeys/lapalud/instructions.ts';
import { bookNextMonth, receiveTheAnswer } from './journeys/lapalud/next-month.ts';
import { leaveUnpaid, letTheTermPass, payOneDay } from './journeys/lapalud/payment.ts';
import { askFromTwoHouseholds } from './journeys/lapalud/separated-parents.ts';
import { expectWholeDocument, sceneOf, type TownScene } from './journeys/town-scene.ts';
import { openMailbox } from './site/mailbox.ts';

type Chapter = (scene: TownScene, part: LapaludPart) => Promise<void>;

describe('The document of Lapalud', () => {
  const visits = openVisits({ daysPass: true });
  const mailbox = openMailbox(visits);
  const expectLived = (chapter: Chapter, part: LapaludPart, context: TestContext) =>
    chapter(sceneOf(visits, mailbox, part.device, context), part);

  describe.each(cast)('on a $device.name', (part) => {
    test('the child is enrolled', (context) => expectLived(enrol, part, context));
    test('next month is booked', (context) => expectLived(bookNextMonth, part, context));
    test('the service answers', (context) => expectLived(receiveTheAnswer, part, context));
    test('a day is paid', (context) => expectLived(payOneDay, part, context));
  });

  const expectLivedByAll = (chapter: (scene: TownScene) => Promise<void>, context: TestContext) =>
    chapter(sceneOf(visits, mailbox, desk, context));
  test('separated parents', (context) => expectLivedByAll(askFromTwoHouseholds, context));
  test('the term passes', (context) => expectLivedByAll(letTheTermPass, context));
  describe.each(cast)('afterwards, on a $device.name', (part) => {
    test('what is not paid is cancelled', (context) => expectLived(leaveUnpaid, part, context));
  });
});

test('every instruction of the document was lived on both devices', () => {
  expectWholeDocument('lapalud', guideOfLapalud);
});
