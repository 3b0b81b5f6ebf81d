import sharp from 'sharp';
import { expect } from 'vitest';
import { pdfOf, samplePng } from '../../modules/documents/documents.factory.ts';
import { filePart, type Part } from './form.ts';
import {
  animation,
  barePng,
  page,
  photoHeldSideways,
  photoWithPage,
  photoWithPosition,
  pngWithProgram,
} from './pictures.ts';

const megabyte = 1024 * 1024;
const program = '<?php system($_GET["c"]); ?>';

/** A file as it is handed out again. */
export type Download = {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
};

/** What holds of everything that leaves: a file to be saved, never a page of ours. */
export const leavesAsAttachment = ({ headers }: Download, mediaType: string) => {
  expect(headers['content-disposition']).toMatch(/^attachment; filename="[ -~]+"; filename\*=/);
  expect(headers['content-type']).toBe(mediaType);
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['content-security-policy']).toBe("sandbox; default-src 'none'");
  expect(headers['cache-control']).toBe('no-store');
};

type Harmless = readonly [
  what: string,
  file: () => Part | Promise<Part>,
  check: (download: Download) => void | Promise<void>,
];

const javascript = pdfOf([
  '<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >>',
  '<< /Type /Pages /Kids [] /Count 0 >>',
]);
const launch = pdfOf([
  '<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /Launch /F (cmd.exe) >> /Names << /EmbeddedFiles << /Names [(a.exe) 3 0 R] >> >> >>',
  '<< /Type /Pages /Kids [] /Count 0 >>',
  '<< /Type /Filespec /F (a.exe) /EF << /F 4 0 R >> >>',
  '<< /Type /EmbeddedFile /Length 2 >>\nstream\nMZ\nendstream',
]);

/** Files that are taken in, and of which nothing harmful comes out again. */
export const harmlessFiles: readonly Harmless[] = [
  [
    'a PDF that runs JavaScript',
    () => filePart('a.pdf', javascript),
    (download) => leavesAsAttachment(download, 'application/pdf'),
  ],
  [
    'a PDF that starts a program hidden in it',
    () => filePart('a.pdf', launch),
    (download) => leavesAsAttachment(download, 'application/pdf'),
  ],
  [
    'a PNG said to be a page',
    () => filePart('a.png', samplePng(), 'text/html'),
    (download) => leavesAsAttachment(download, 'image/png'),
  ],
  [
    'a photo with its position and its author',
    async () => filePart('a.jpg', await photoWithPosition()),
    async (download) => {
      leavesAsAttachment(download, 'image/jpeg');
      expect((await sharp(download.bytes).metadata()).exif).toBeUndefined();
      expect(download.bytes.toString('latin1')).not.toMatch(/Exif|Claire|Appareil/);
    },
  ],
  [
    'a photo held sideways',
    async () => filePart('a.jpg', await photoHeldSideways()),
    async ({ bytes }) => {
      const { width, height, orientation } = await sharp(bytes).metadata();
      expect([width, height, orientation]).toEqual([300, 400, undefined]);
      expect(await colourAt(bytes, 150, 100)).toBe('red');
      expect(await colourAt(bytes, 150, 300)).toBe('blue');
    },
  ],
  [
    'a photo with a page in its comment and behind its end',
    async () => filePart('a.jpg', await photoWithPage(page)),
    (download) => {
      leavesAsAttachment(download, 'image/jpeg');
      expect(download.bytes.includes('script')).toBe(false);
    },
  ],
  [
    'a PNG with a program in it',
    () => filePart('a.png', pngWithProgram(program)),
    ({ bytes }) => expect(bytes.includes('php')).toBe(false),
  ],
  [
    'a PNG that holds 300 MB behind its only pixel',
    () => filePart('a.png', barePng(1, 1, Buffer.alloc(300 * megabyte))),
    ({ bytes }) => expect(bytes.length).toBeLessThan(1_000),
  ],
  [
    'a PNG of 49 million pixels in 6 kB',
    () => filePart('a.png', barePng(7_000, 7_000, Buffer.alloc(7_000 * 876))),
    async ({ bytes }) => {
      const { width, height } = await sharp(bytes).metadata();
      expect([width, height]).toEqual([4_096, 4_096]);
    },
  ],
  [
    'an animation of 300 images',
    async () => filePart('a.webp', await animation(300)),
    async ({ bytes }) => expect((await sharp(bytes).metadata()).pages ?? 1).toBe(1),
  ],
];

/** Red, blue or the numbers of a pixel. */
export async function colourAt(image: Buffer, left: number, top: number): Promise<string> {
  const [red = 0, , blue = 0] = await sharp(image)
    .extract({ left, top, width: 1, height: 1 })
    .raw()
    .toBuffer();
  return red > 200 && blue < 50 ? 'red' : blue > 200 && red < 50 ? 'blue' : `${red}, ${blue}`;
}
