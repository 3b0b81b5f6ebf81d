import { crc32, deflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * The same picture in fewer bytes. Browsers filter each row before compressing it, which suits
 * photographs; flat screens come out a quarter smaller without.
 * @param blank a page on which nothing forbids to draw, e.g. `about:blank`.
 */
export async function smallPng(blank: Page, png: Buffer): Promise<Buffer> {
  const { width, height, pixels } = await blank.evaluate(
    async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const { width, height } = image;
      const canvas = Object.assign(document.createElement('canvas'), { width, height });
      const drawing = canvas.getContext('2d');
      if (!drawing) throw new Error('Nothing to draw with');
      drawing.drawImage(image, 0, 0);
      return { width, height, pixels: [...drawing.getImageData(0, 0, width, height).data] };
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0, to = 0, from = 0; y < height; y += 1) {
    to += 1; // No filter.
    for (let x = 0; x < width; x += 1, from += 4) {
      for (const channel of [0, 1, 2]) rows[to++] = pixels[from + channel] ?? 0;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8); // Eight bits each of red, green and blue.
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}
