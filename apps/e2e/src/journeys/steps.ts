import { appendFileSync } from 'node:fs';
import path from 'node:path';
import type { TestContext } from 'vitest';
import { report } from '../site/places.ts';

/** Instructions that were lived by a step that passed, in this file. */
const lived = new Set<string>();

/**
 * One step of a journey, told as a product owner would.
 * @param title begins with the numbers of the instructions it lives, e.g. « S1-12 S1-18 … ».
 */
export type Step = <T>(title: string, act: () => Promise<T>) => Promise<T>;

/** The steps of one test. Each is shown by the reporter; the one that failed names itself. */
export function stepsOf({ annotate, task }: TestContext): Step {
  return async (title, act) => {
    await annotate(title);
    try {
      const result = await act();
      noteLived(task.name, title);
      return result;
    } catch (error) {
      throw new Error(`At the step « ${title} »`, { cause: error });
    }
  };
}

/** Numbers of the instructions lived so far in this file, in order. */
export function livedInstructions(): readonly string[] {
  return [...lived].toSorted();
}

function noteLived(journey: string, title: string): void {
  const ids = title.match(/\bS\d-\d{2}\b/g) ?? [];
  for (const id of ids) lived.add(id);
  appendFileSync(path.join(report, 'steps.txt'), `${journey} | ${title}\n`);
}
