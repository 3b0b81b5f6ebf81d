import { describe, type TestContext, test } from 'vitest';
import { openVisits } from './browser/visits.ts';
import { cast, type FondespierrePart } from './journeys/fondespierre/cast.ts';
import { guideOfFondespierre } from './journeys/fondespierre/instructions.ts';
import { readOtherDays } from './journeys/fondespierre/days-that-are-over.ts';
import { bookInEightSteps } from './journeys/fondespierre/the-eight-steps.ts';
import { askTheCentre } from './journeys/fondespierre/whom-to-contact.ts';
import { expectWholeDocument, sceneOf, type TownScene } from './journeys/town-scene.ts';
import { openMailbox } from './site/mailbox.ts';

describe.each(cast)('The guide of Fondespierre, on a $device.name', (part) => {
  const visits = openVisits();
  const mailbox = openMailbox(visits);

  const expectLived = (
    chapter: (scene: TownScene, part: FondespierrePart) => Promise<void>,
    context: TestContext,
  ) => chapter(sceneOf(visits, mailbox, part.device, context), part);
  test('holidays are booked in eight steps', (context) => expectLived(bookInEightSteps, context));
  test('what is not done online is asked to the centre', (context) =>
    expectLived(askTheCentre, context));
  test('days that are over, or not for the child, say so', (context) =>
    expectLived(readOtherDays, context));
});

test('every instruction of the guide was lived on both devices', () => {
  expectWholeDocument('fondespierre', guideOfFondespierre);
});
