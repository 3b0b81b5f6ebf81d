import { describe, test } from 'vitest';
import { openVisits } from './browser/visits.ts';
import { cast } from './journeys/fondespierre/cast.ts';
import { guideOfFondespierre } from './journeys/fondespierre/instructions.ts';
import { bookInEightSteps } from './journeys/fondespierre/the-eight-steps.ts';
import { askTheCentre } from './journeys/fondespierre/whom-to-contact.ts';
import { expectWholeDocument, sceneOf } from './journeys/town-scene.ts';
import { openMailbox } from './site/mailbox.ts';

describe.each(cast)('The guide of Fondespierre, on a $device.name', (part) => {
  const visits = openVisits();
  const mailbox = openMailbox(visits);

  test('holidays are booked in eight steps', (context) =>
    bookInEightSteps(sceneOf(visits, mailbox, part.device, context), part));
  test('what is not done online is asked to the centre', (context) =>
    askTheCentre(sceneOf(visits, mailbox, part.device, context), part));
});

test('every instruction of the guide was lived on both devices', () => {
  expectWholeDocument('fondespierre', guideOfFondespierre);
});
