import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type Figure, figure } from './figure.ts';

const script = fileURLToPath(new URL('../../../apps/e2e/src/measure/toggle.ts', import.meta.url));

/** How long a cell takes to answer a tap: 900 cells in a browser slowed six times. */
export async function benchToggle(): Promise<Figure[]> {
  const measuring = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  measuring.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [status] = (await once(measuring, 'close')) as [number | null];
  if (status !== 0) throw new Error('The tap of a cell could not be measured');
  const { cells, medianMs, p95Ms } = JSON.parse(said.trim().split('\n').at(-1) ?? '') as Taps;
  return [
    figure('toggle', 'cells of the month', cells, 'cells', ['=', 900]),
    figure('toggle', 'from the tap to the picture p50', medianMs, 'ms'),
    figure('toggle', 'from the tap to the picture p95', p95Ms, 'ms', ['<=', 100]),
  ];
}

type Taps = { readonly cells: number; readonly medianMs: number; readonly p95Ms: number };
