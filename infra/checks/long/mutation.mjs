/**
 * Mutation testing of the engine: limits, prices, consequences. Prints the score of each file, and the
 * changes that no test noticed.
 */
import { mutationArgs } from '../mutation/run-stryker.mjs';
import { runTool } from '../tool.mjs';

const { status, output } = await runTool(process.execPath, mutationArgs());
process.stdout.write(output);
process.exitCode = status;
