import path from 'node:path';
import { STATE } from '@preau/dev/places';

/** What a run leaves to look at: screenshots, logs, the list of instructions lived. */
export const screenshots = path.join(STATE, 'screenshots');
export const report = path.join(STATE, 'e2e');
