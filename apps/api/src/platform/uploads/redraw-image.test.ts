import { describe, expect, test } from 'vitest';
import { jpegPhoto } from '../../testing/files/pictures.ts';
import { redrawImage } from './redraw-image.ts';

describe('an image is drawn again in a process of its own', () => {
  test('which is killed when it takes too long', async () => {
    const photo = await jpegPhoto();
    expect(await redrawImage(photo, 'image/jpeg', 1)).toEqual({ refusal: 'too-complex' });
    expect(await redrawImage(photo, 'image/jpeg')).toMatchObject({ bytes: expect.any(Buffer) });
  });

  test('which may fail without anybody else failing', async () => {
    const answers = await Promise.all([
      redrawImage(Buffer.alloc(1_000_000, 255), 'image/jpeg'),
      redrawImage(Buffer.alloc(0), 'image/png'),
      jpegPhoto().then((photo) => redrawImage(photo, 'image/jpeg')),
    ]);
    expect(answers).toMatchObject([
      { refusal: 'damaged' },
      { refusal: 'damaged' },
      { bytes: expect.any(Buffer) },
    ]);
  });

  test('which reads the formats that are announced and no other, whatever it is told', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';
    const gif = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
    for (const other of [Buffer.from(svg), Buffer.from(gif, 'base64')]) {
      expect(await redrawImage(other, 'image/png')).toEqual({ refusal: 'damaged' });
    }
  });
});
