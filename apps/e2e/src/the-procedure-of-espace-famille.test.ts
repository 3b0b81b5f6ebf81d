import { describe, type TestContext, test } from 'vitest';
import { desk } from './browser/devices.ts';
import { openVisits } from './browser/visits.ts';
import { cast, type EspacePart } from './journeys/espace-famille/cast.ts';
import { closeADay } from './journeys/espace-famille/closure.ts';
import { followEnrolments } from './journeys/espace-famille/enrolments.ts';
import { guideOfEspaceFamille } from './journeys/espace-famille/instructions.ts';
import { giveAPlace } from './journeys/espace-famille/places.ts';
import { requestLunch } from './journeys/espace-famille/planning.ts';
import { expectWholeDocument, sceneOf, type TownScene } from './journeys/town-scene.ts';
import { openMailbox } from './site/mailbox.ts';

type Chapter = (scene: TownScene, part: EspacePart) => Promise<void>;

describe('The procedure of the Espace famille', () => {
  const visits = openVisits({ daysPass: true });
  const mailbox = openMailbox(visits);

  describe.each(cast)('on a $device.name', (part) => {
    const expectLived = (chapter: Chapter, context: TestContext) =>
      chapter(sceneOf(visits, mailbox, part.device, context), part);

    test('enrolments are followed', (context) => expectLived(followEnrolments, context));
    test('lunch is requested', (context) => expectLived(requestLunch, context));
  });

  const expectLivedAtTheOffice = (
    chapter: (scene: TownScene) => Promise<void>,
    context: TestContext,
  ) => chapter(sceneOf(visits, mailbox, desk, context));
  test('a place is declined, another is given', (context) =>
    expectLivedAtTheOffice(giveAPlace, context));
  test('a day is closed', (context) => expectLivedAtTheOffice(closeADay, context));
});

test('every instruction of the procedure was lived on both devices', () => {
  expectWholeDocument('espace-famille', guideOfEspaceFamille);
});
