/**
 * The laws of the engine, and its limits against counting day by day, at their full number of cases.
 */
import { runTool } from '../tool.mjs';

const args = ['run', '--project=unit', '--testTimeout=600000', 'packages/domain/src'];
const { status, output } = await runTool('vitest', args, {
  env: { ...process.env, PREAU_LONG: '1', NO_COLOR: '1' },
});
process.stdout.write(status === 0 ? output.split('\n').slice(-8).join('\n') : output);
process.exitCode = status;
