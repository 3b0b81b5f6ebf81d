import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type TestContext } from 'vitest';
import type { Device } from '../browser/devices.ts';
import type { Visitor, Visits } from '../browser/visits.ts';
import { arrive, arriveHome, type Person } from '../people/parent.ts';
import type { Mailbox } from '../site/mailbox.ts';
import { report } from '../site/places.ts';
import { type Instructions, owed } from './instructions.ts';
import { type Sees, sees, statesOf, statesSeen, type Town } from './states.ts';
import { livedInstructions, type Step, stepsOf } from './steps.ts';

/** A guardian of a town, and the child of the story. */
export type Guardian = Person & { readonly firstName: string; readonly child: string };

/** One chapter of the document of a town, on one device. */
export type TownScene = {
  readonly visits: Visits;
  readonly mailbox: Mailbox;
  readonly device: Device;
  readonly step: Step;
  readonly sees: Sees;
};

/** What chapters of one test share. */
export function sceneOf(
  visits: Visits,
  mailbox: Mailbox,
  device: Device,
  context: TestContext,
): TownScene {
  return { visits, mailbox, device, step: stepsOf(context, device), sees };
}

/** A guardian in front of the device of the scene, on the planning. */
export async function comesToPlanning(scene: TownScene, guardian: Guardian): Promise<Visitor> {
  const visitor = await scene.visits.open(scene.device);
  await arrive(visitor.page, guardian);
  return visitor;
}

/** As `comesToPlanning`, on the home page. */
export async function comesHome(scene: TownScene, guardian: Guardian): Promise<Visitor> {
  const visitor = await scene.visits.open(scene.device);
  await arriveHome(visitor.page, guardian);
  return visitor;
}

/** So many seconds pass for everybody: what can be taken back no longer can. */
export async function secondsPass(visits: Visits, seconds: number): Promise<void> {
  const now = await visits.clock.now();
  await visits.passTimeTo(new Date(now.getTime() + seconds * 1_000).toISOString());
}

/** The name of a picture, for this device. */
export function pictured({ device }: Pick<TownScene, 'device'>, name: string): string {
  return device.name === 'phone' ? name : `${name}-bureau`;
}

/** Every instruction was lived on both devices, and every state of the town was seen. */
export function expectWholeDocument(town: Town, instructions: Instructions): void {
  const lived = livedInstructions();
  const due = owed(instructions);
  const states = statesSeen();
  writeFileSync(
    path.join(report, `instructions-${town}.json`),
    JSON.stringify({ owed: due, lived, states }),
  );
  expect(due.filter((one) => !lived.includes(one))).toEqual([]);
  expect(lived).toHaveLength(due.length);
  expect(statesOf(town).filter((state) => !states.includes(state))).toEqual([]);
}
