import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the project. */
export const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** Everything this machine keeps for the project: data, secrets, logs. Never committed. */
export const STATE = path.resolve(PROJECT, process.env.PREAU_FOLDER ?? '.preau');
