import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PROJECT } from './places.mjs';

describe('npm run reglement', () => {
  /** @type {string} */
  let folder;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'preau-reglement-'));
    copyFileSync(
      path.join(PROJECT, 'packages/reglement/towns/lapalud.yaml'),
      path.join(folder, 'lapalud.yaml'),
    );
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  /**
   * As npm runs it from a folder outside the project.
   *
   * @param {string[]} args
   */
  function reglement(...args) {
    const { status, stdout } = spawnSync(
      'npm',
      ['--prefix', PROJECT, 'run', '--silent', 'reglement', '--', ...args],
      { cwd: folder, encoding: 'utf8' },
    );
    return { status, lines: stdout.trimEnd().split('\n') };
  }

  test('checks a file of the folder it is called from, and says nothing else', () => {
    const { status, lines } = reglement('check', 'lapalud.yaml');
    expect(status).toBe(0);
    expect(lines.at(-1)).toMatch(/^\d+ passed, 0 failed$/);
    expect(lines.slice(0, -2).filter((line) => !line.startsWith('ok  lapalud.yaml '))).toEqual([]);
  });

  test('fails by its exit code where a case does', () => {
    const file = path.join(folder, 'lapalud.yaml');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('outcome: neverOnline', 'outcome: accepted'));
    const { status, lines } = reglement('check', file);
    expect(status).toBe(1);
    expect(lines.at(-1)).toMatch(/^\d+ passed, 1 failed$/);
  });
});
