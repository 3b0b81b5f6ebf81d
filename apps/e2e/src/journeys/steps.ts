import { appendFileSync } from 'node:fs';
import path from 'node:path';
import type { TestContext } from 'vitest';
import type { Device } from '../browser/devices.ts';
import { report } from '../site/places.ts';
import { livedAt } from './instructions.ts';

/** Instructions that were lived by a step that passed, in this file. */
const lived = new Set<string>();

/**
 * One step of a journey, told as a product owner would.
 * @param title begins with the numbers of the instructions it lives, e.g. « S1-12 S1-18 … ».
 */
export type Step = <T>(title: string, act: () => Promise<T>) => Promise<T>;

/**
 * The steps of one test. Each is shown by the reporter; the one that failed names itself.
 * @param device on which instructions are lived here; without it a step may bear no number.
 */
export function stepsOf({ annotate, task }: TestContext, device?: Device): Step {
  return async (title, act) => {
    await annotate(title);
    try {
      const result = await act();
      noteLived(task.name, title, device);
      return result;
    } catch (error) {
      throw new Error(`At the step « ${title} »`, { cause: error });
    }
  };
}

/** Instructions lived so far in this file, each with the width of the device, in order. */
export function livedInstructions(): readonly string[] {
  return [...lived].toSorted();
}

function noteLived(journey: string, title: string, device: Device | undefined): void {
  for (const id of title.match(/\bS\d-\d{2}\b/g) ?? []) {
    if (device === undefined) throw new Error('A step that bears a number says on which device');
    lived.add(livedAt(id, device.viewport.width));
  }
  appendFileSync(path.join(report, 'steps.txt'), `${journey} | ${title}\n`);
}
