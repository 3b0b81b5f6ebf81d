#!/usr/bin/env node
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { sentence } from './operator-error.mjs';
import { stopRequested } from './shutdown.mjs';
import { ensureInstalled, findNode } from './toolchain.mjs';

/*
 * The door of every command of the project. It runs on Node 20 or later with nothing installed:
 * built-in modules only. It brings the right Node and the packages, then hands over.
 */

/** @type {Record<string, string>} */
const COMMANDS = {
  up: 'start Préau (npm start)',
  dev: 'start Préau with hot reload (npm run dev)',
  check: 'run every check and every test (npm test)',
  'check:long': 'run the long checks (npm run check:long)',
  e2e: 'run the browser journeys (npm run e2e)',
  bench:
    'run the benchmarks (npm run bench -- planning|confirm|contention|period|search|toggle|rules)',
  mutation: 'change the engine in small ways and see the tests fail (npm run mutation)',
  backup: 'back the data of this machine up (npm run backup -- --to=FILE)',
  restore: 'put a backup in place (npm run restore -- --from=FILE)',
  reglement: 'check règlements by their cases (npm run --silent reglement -- check FILE…)',
  generate: 'write the generated files again (npm run generate)',
};

const [command = '', ...args] = process.argv.slice(2);

if (!Object.hasOwn(COMMANDS, command)) {
  const lines = Object.entries(COMMANDS).map(([name, what]) => `  ${name.padEnd(12)}${what}`);
  process.stderr.write(`Usage: node infra/dev/run.mjs <command>\n${lines.join('\n')}\n`);
  process.exitCode = 2;
} else {
  try {
    const node = await findNode();
    await ensureInstalled(node);
    process.exitCode =
      node === process.execPath ? await runHere() : await runUnder(node, process.argv.slice(2));
  } catch (error) {
    const reason = sentence(error);
    if (reason !== '') process.stderr.write(`${reason}\n`);
    process.exitCode = 1;
  }
  // The channel to a launcher would keep an otherwise finished process alive.
  if (process.connected) process.disconnect();
}

/** @returns {Promise<number>} the exit code */
async function runHere() {
  // Whatever a command starts finds this Node and the project's programs first.
  const own = fileURLToPath(new URL('../../node_modules/.bin', import.meta.url));
  process.env.PATH = [path.dirname(process.execPath), own, process.env.PATH].join(path.delimiter);
  const { run } = await import(`./commands/${command.replace(':', '-')}.mjs`);
  return run(args);
}

/**
 * The same command under another Node, which is told when to stop; should this process be killed, the
 * other sees the channel close and ends by itself.
 *
 * @param {string} node
 * @param {string[]} rest
 * @returns {Promise<number>} the exit code
 */
function runUnder(node, rest) {
  return new Promise((resolve, reject) => {
    const child = spawn(node, [fileURLToPath(import.meta.url), ...rest], {
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    });
    void stopRequested().then(() => child.kill('SIGTERM'));
    child.on('error', reject);
    child.on('exit', (status) => resolve(status ?? 1));
  });
}
