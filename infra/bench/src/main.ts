import { benchConfirm } from './confirm.bench.ts';
import { benchContention } from './contention.bench.ts';
import { LARGE_SETTINGS } from '@preau/dev/database-at-hand';
import { type Figure, figure } from './figure.ts';
import { benchPeriod } from './period.bench.ts';
import { benchPlanning } from './planning.bench.ts';
import { benchRules } from './rules.bench.ts';
import { benchSearch } from './search.bench.ts';
import { benchStaff } from './staff.bench.ts';
import { type Stand, startStand } from './stand.ts';
import { benchToggle } from './toggle.bench.ts';
import { benchVerdicts } from './verdicts.bench.ts';
import { measureYardstick } from './yardstick.ts';

const benchmarks: Record<string, (stand: Stand, yardstick: number) => Promise<Figure[]>> = {
  planning: benchPlanning,
  confirm: benchConfirm,
  contention: benchContention,
  period: benchPeriod,
};

/**
 * `npm run bench -- [planning|confirm|contention|period|staff|search|toggle|verdicts|rules …] [--json]`;
 * all of them by default.
 */
const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const json = process.argv.includes('--json');
const known = ['verdicts', 'rules', ...Object.keys(benchmarks), 'staff', 'search', 'toggle'];
const unknown = asked.find((name) => !known.includes(name));
if (unknown !== undefined) {
  process.stderr.write(`Unknown benchmark "${unknown}"; known: ${known.join(', ')}\n`);
  process.exit(1);
}
const chosen = asked.length > 0 ? asked : known;

function print(figures: readonly Figure[]): void {
  for (const { benchmark, figure: name, value, unit, reference, target, met } of figures) {
    const line = json
      ? JSON.stringify({ benchmark, figure: name, value, unit, reference, target, met })
      : [
          met === null ? ' ' : met ? '✓' : '✗',
          `${benchmark}: ${name}`.padEnd(58),
          `${value} ${unit}`.padStart(18),
          target === null ? '' : `target ${target}`,
          reference === null ? '' : `(bare route ${Math.round(reference)} req/s)`,
        ].join('  ');
    process.stdout.write(`${line}\n`);
  }
}

if (chosen.includes('verdicts')) print(benchVerdicts());
if (chosen.includes('rules')) print(benchRules());
const onStand = chosen.filter((name) => Object.hasOwn(benchmarks, name));
if (onStand.length > 0) {
  await withStand({}, async (stand) => {
    const yardstick = await measureYardstick(stand, 4);
    print([figure('yardstick', 'bare route, one prepared row', yardstick, 'req/s')]);
    for (const name of onStand) print((await benchmarks[name]?.(stand, yardstick)) ?? []);
  });
}
// On a database of its own: its requests are nobody else's.
if (chosen.includes('staff')) {
  await withStand({}, async (stand) => print(await benchStaff(stand)));
}
// On a database of its own: it is written while it has no booking yet.
if (chosen.includes('search')) {
  await withStand(LARGE_SETTINGS, async (stand) => print(await benchSearch(stand)));
}
if (chosen.includes('toggle')) print(await benchToggle());

async function withStand(
  settings: Record<string, string>,
  work: (stand: Stand) => Promise<void>,
): Promise<void> {
  const stand = await startStand(settings);
  try {
    await work(stand);
  } finally {
    await stand.stop();
  }
}
