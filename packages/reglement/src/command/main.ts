import { runCommand } from './run-command.ts';

/* npm runs scripts in the project's folder, wherever it was called: paths are the caller's. */
process.exitCode = runCommand(process.argv.slice(2), {
  folder: process.env.INIT_CWD ?? process.cwd(),
  print: (line) => void process.stdout.write(`${line}\n`),
  warn: (line) => void process.stderr.write(`${line}\n`),
});
