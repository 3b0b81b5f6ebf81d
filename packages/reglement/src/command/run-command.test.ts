import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runCommand } from './run-command.ts';
import { village, villageCases } from './village.fixture.ts';

/** A folder outside the project, where règlements are written and checked. */
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'preau-reglement-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): string {
  writeFileSync(path.join(folder, name), text);
  return name;
}

function run(...args: readonly string[]) {
  const lines: string[] = [];
  const warnings: string[] = [];
  const code = runCommand(args, {
    folder,
    print: (line) => void lines.push(line),
    warn: (line) => void warnings.push(line),
  });
  return { code, lines, last: lines.at(-1), text: lines.join('\n'), warnings };
}

describe('check', () => {
  test('tells each case on a line, then what there was, then how many passed', () => {
    const file = write('village.yaml', village + villageCases);
    expect(run('check', file)).toMatchObject({
      code: 0,
      lines: [
        'ok  village.yaml village-1  Un soir, jusqu’à midi la veille  (4 faits)',
        'ok  village.yaml malade  Un jour de carence  (3 faits)',
        '1 document, 2 cas, 7 faits vérifiés, 0 contesté',
        '2 passed, 0 failed',
      ],
    });
  });

  test('takes any path, several files at once', () => {
    const file = write('village.yaml', village + villageCases);
    const whole = path.join(folder, file);
    expect(run('check', file, whole)).toMatchObject({ code: 0, last: '4 passed, 0 failed' });
  });

  test('tells what was expected, what was found, and why', () => {
    const file = write('village.yaml', village + villageCases.replace('cents: 350', 'cents: 351'));
    const { code, text, last } = run('check', file);
    expect(code).toBe(1);
    expect(last).toBe('1 passed, 1 failed');
    expect(text).toContain('ÉCHEC  village.yaml village-1');
    expect(text).toContain('étape 1 (couldBook), cents : attendu 351, trouvé 350');
    expect(text).toMatch(/Le délai .* est dépassé/);
  });

  test('plays what is disputed, and never fails by it', () => {
    const disputed = villageCases
      .replace('cents: 350', 'cents: 351')
      .replace('source: article 3', 'source: article 3\n    disputed: Le règlement se contredit');
    const { code, text, last } = run('check', write('village.yaml', village + disputed));
    expect({ code, last }).toEqual({ code: 0, last: '1 passed, 0 failed' });
    expect(text).toContain('contesté  village.yaml village-1');
    expect(text).toContain('Le règlement se contredit (non conforme, 4 faits)');
    expect(text).toContain('1 contesté');
  });

  test('is not satisfied by a case that expects nothing', () => {
    const nothing = `cases:
  - { title: Rien, invented: true, unit: soir, on: 2026-11-17, steps: [{ do: book }] }
`;
    const { code, text, last } = run('check', write('village.yaml', village + nothing));
    expect({ code, last }).toEqual({ code: 1, last: '0 passed, 1 failed' });
    expect(text).toContain('ce cas ne vérifie rien');
  });

  test('tells where a file cannot be read, and goes on with the next', () => {
    const broken = write('broken.yaml', village.replace('kind: lunch', 'kind: cinema'));
    const whole = write('village.yaml', village + villageCases);
    const { code, lines, last } = run('check', broken, 'absent.yaml', whole);
    expect({ code, last }).toEqual({ code: 1, last: '2 passed, 2 failed' });
    expect(lines[0]).toMatch(/^ÉCHEC {2}broken\.yaml:\d+:\d+ activities\.1\.kind : /);
    expect(lines[1]).toBe('ÉCHEC  absent.yaml:1:1 ce fichier n’existe pas');
  });

  test('tells the names of a case that its règlement does not have, and their line', () => {
    const wrong = villageCases.replace('unit: soir\n', 'unit: soirr\n');
    const { code, lines } = run('check', write('village.yaml', village + wrong));
    expect(code).toBe(1);
    expect(lines[0]).toContain(
      '« soirr » n’est pas une unité de ce règlement ; vouliez-vous dire « soir » ?',
    );
    expect(lines[0]).toMatch(/^ÉCHEC {2}village\.yaml:\d\d:5 cases\.0\.unit/);
  });

  test('tells the step that could not be played', () => {
    const wrong = villageCases.replace(
      'at: 2026-11-18 08:00',
      'at: 2026-11-18 08:00, days: [2026-12-01]',
    );
    const { code, text } = run('check', write('village.yaml', village + wrong));
    expect(code).toBe(1);
    expect(text).toContain('étape 3 : aucune absence de cet enfant n’attend de justificatif');
  });
});

describe('check --sabotage', () => {
  test('tells the parameters that no case notices, not those that one does', () => {
    const file = write('village.yaml', village + villageCases);
    const { code, text, last } = run('check', '--sabotage', file);
    expect({ code, last }).toEqual({ code: 0, last: '1 passed, 0 failed' });
    const uncovered = (place: string) => text.includes(`non couvert : ${place} (village.yaml:`);
    const price = 'activities.0.units.0.prices.cents';
    const limit = 'activities.0.booking.0.until.at';
    expect(
      ['activities.0.presence.absences.0.waitingDays', price, limit].filter(uncovered),
    ).toEqual([]);
    const others = [
      'activities.1.units.0.prices.otherwise.cents',
      'activities.0.presence.earliestPickup',
    ];
    expect(others.filter(uncovered)).toEqual(others);
    expect(text).toMatch(/\d+ paramètres, \d+ décelés, \d+ non couverts\n1 passed/);
    // Once its cases are gone, nothing of the evening is noticed any more.
    const alone = villageCases.slice(0, villageCases.indexOf('  - id: malade'));
    const less = run('check', '--sabotage', write('less.yaml', village + alone));
    expect(less.text).toContain('non couvert : activities.0.presence.absences.0.waitingDays');
    expect(less.text).not.toContain(`non couvert : ${price}`);
  });

  test('fails where the file fails as it is', () => {
    const file = write('village.yaml', village + villageCases.replace('cents: 350', 'cents: 351'));
    expect(run('check', '--sabotage', file)).toMatchObject({ code: 1, last: '0 passed, 1 failed' });
    expect(run('check', '--sabotage', 'absent.yaml')).toMatchObject({
      code: 1,
      last: '0 passed, 1 failed',
    });
  });
});

describe('explain', () => {
  test('tells a case step by step, with its reasons and amounts', () => {
    const file = write('village.yaml', village + villageCases);
    const { code, text } = run('explain', file, '--case', 'malade');
    expect(code).toBe(0);
    expect(text).toContain('malade  Un jour de carence');
    expect(text).toContain('(source : article 5)');
    expect(text).toContain('3. prove at: 2026-11-18 08:00');
    expect(text).toMatch(/noShow soir 2026-11-17 enfant : 2,50\s€/);
    expect(text).toContain('✓ due : 1');
  });

  test('names the cases there are where it is asked for another', () => {
    const file = write('village.yaml', village + villageCases);
    const { code, warnings } = run('explain', file, '--case', 'absent');
    expect(code).toBe(1);
    expect(warnings.join()).toContain('village-1, malade');
  });
});

test('the schema is that of a règlement', () => {
  const { code, text } = run('schema');
  expect(code).toBe(0);
  expect(JSON.parse(text)).toMatchObject({ type: 'object' });
});

test('what is not understood is answered by how to ask', () => {
  for (const args of [[], ['check'], ['explain', 'x.yaml'], ['jouer'], ['check', '--vite', 'x']]) {
    expect(run(...args)).toMatchObject({ code: 2, lines: [] });
    expect(run(...args).warnings.join()).toContain('npm run --silent reglement -- check');
  }
});
