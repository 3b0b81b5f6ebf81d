import { describe, type TestContext, test } from 'vitest';
import { desk } from './browser/devices.ts';
import { openVisits } from './browser/visits.ts';
import { answerDayByDay, answerOnce, cancelADay } from './journeys/hasparren/answers.ts';
import { cast, type HasparrenPart } from './journeys/hasparren/cast.ts';
import { letDaysPass } from './journeys/hasparren/days-pass.ts';
import { sendWhatBlocks } from './journeys/hasparren/documents.ts';
import { askForAnEnrolment } from './journeys/hasparren/enrolments.ts';
import { guideOfHasparren } from './journeys/hasparren/instructions.ts';
import { findTheWay, requestDays } from './journeys/hasparren/planning.ts';
import { expectWholeDocument, sceneOf, type TownScene } from './journeys/town-scene.ts';
import { openMailbox } from './site/mailbox.ts';

type Chapter = (scene: TownScene, part: HasparrenPart) => Promise<void>;

describe('The guide of Hasparren', () => {
  const visits = openVisits({ daysPass: true });
  const mailbox = openMailbox(visits);

  describe.each(cast)('on a $device.name', (part) => {
    const expectLived = (chapter: Chapter, context: TestContext) =>
      chapter(sceneOf(visits, mailbox, part.device, context), part);

    test('an enrolment is asked for', (context) => expectLived(askForAnEnrolment, context));
    test('the planning is found', (context) => expectLived(findTheWay, context));
    test('days are requested', (context) => expectLived(requestDays, context));
    test('documents that block are sent', (context) => expectLived(sendWhatBlocks, context));
  });

  const expectLivedAtTheOffice = (
    chapter: (scene: TownScene) => Promise<void>,
    context: TestContext,
  ) => chapter(sceneOf(visits, mailbox, desk, context));
  test('a request is answered once', (context) => expectLivedAtTheOffice(answerOnce, context));
  test('days are answered one by one', (context) =>
    expectLivedAtTheOffice(answerDayByDay, context));
  test('a day is cancelled', (context) => expectLivedAtTheOffice(cancelADay, context));
  test('days pass', (context) => expectLivedAtTheOffice(letDaysPass, context));
});

test('every instruction of the guide was lived on both devices', () => {
  expectWholeDocument('hasparren', guideOfHasparren);
});
