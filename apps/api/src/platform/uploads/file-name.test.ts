import { describe, expect, test } from 'vitest';
import { contentDisposition } from '../http/attachment.ts';
import { extensionOf, safeFileName } from './file-name.ts';

describe('the name of a file', () => {
  test.each([
    ['Certificat du 12.11.2026.pdf', 'Certificat du 12-11-2026.pdf'],
    ['Dossier « périscolaire » n° 2.pdf', 'Dossier « périscolaire » n° 2.pdf'],
    ['nul.pdf', 'document-nul.pdf'],
    ['com1.pdf', 'document-com1.pdf'],
    ['com¹.pdf', 'document-com¹.pdf'],
    ['console.pdf', 'console.pdf'],
    ['-rf.pdf', 'rf.pdf'],
    ['~.pdf', 'document.pdf'],
    ['a\u200bb\ufeff.pdf', 'ab.pdf'],
    ['line\u2028end.pdf', 'lineend.pdf'],
    ['$(reboot)`x`;.pdf', '(reboot)-x.pdf'],
    ['👨‍👩‍👧.pdf', '👨👩👧.pdf'],
    ['', 'document.pdf'],
  ])('%j is kept as %j', (sent, kept) => {
    expect(safeFileName(sent, 'pdf')).toBe(kept);
  });

  test('never takes more than 255 bytes, nor ends in half a letter', () => {
    for (const letter of ['x', 'é', '€', '👋', `o${'\u0301'.repeat(9)}`]) {
      const kept = safeFileName(`${letter.repeat(400)}.pdf`, 'pdf');
      expect(Buffer.byteLength(kept)).toBeLessThanOrEqual(255);
      expect(Buffer.byteLength(kept)).toBeGreaterThan(220);
      expect(kept.replaceAll(letter.normalize('NFC'), '')).toBe('.pdf');
    }
  });

  test.each([
    ['a.PDF', 'pdf'],
    ['a.pdf. ', 'pdf'],
    ['a.pdf/', ''],
    ['a.tar.gz', 'gz'],
    ['a', ''],
    ['.jpg', 'jpg'],
  ])('%j ends with %j', (name, extension) => {
    expect(extensionOf(name)).toBe(extension);
  });

  test('stands in a header whatever is in it', () => {
    const header = contentDisposition('l’été "à" 50 % (1)\'.pdf');
    expect(header).toBe(
      `attachment; filename="l_ete _a_ 50 _ (1)'.pdf"; filename*=UTF-8''l%E2%80%99%C3%A9t%C3%A9%20%22%C3%A0%22%2050%20%25%20%281%29%27.pdf`,
    );
    expect(contentDisposition('a\r\nb\ud800.pdf')).toMatch(/^[ -~]+$/);
  });
});
