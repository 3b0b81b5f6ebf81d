import { deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { pngChunk, samplePng } from '../../modules/documents/documents.factory.ts';

/** What nobody wants to find in a picture. */
export const page = '<script>fetch("/api/family/me")</script>';

const signature = Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1');

/** A photograph: red on the left, blue on the right. */
function twoColours(width: number, height: number): Sharp {
  const half = { width: Math.floor(width / 2), height, channels: 3 as const };
  return sharp({ create: { width, height, channels: 3, background: '#0000ff' } }).composite([
    { input: { create: { ...half, background: '#ff0000' } }, left: 0, top: 0 },
  ]);
}

export const jpegPhoto = () => twoColours(400, 300).jpeg().toBuffer();

/** Taken at home: its position and its camera are written in it. */
export const photoWithPosition = () =>
  twoColours(400, 300)
    .withExif({
      IFD0: { Make: 'Appareil-photo', Artist: 'Claire Durand' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '47/1 41/1 0/1', GPSLongitudeRef: 'E' },
    })
    .jpeg()
    .toBuffer();

/** Held sideways: to be turned a quarter clockwise, red then is at the top. */
export const photoHeldSideways = () =>
  twoColours(400, 300).withMetadata({ orientation: 6 }).jpeg().toBuffer();

/** In a comment inside the image, and after its end. */
export async function photoWithPage(page: string): Promise<Buffer> {
  const photo = await jpegPhoto();
  const length = Buffer.alloc(2);
  length.writeUInt16BE(page.length + 2);
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe]), length, Buffer.from(page)]);
  return Buffer.concat([photo.subarray(0, 2), comment, photo.subarray(2), Buffer.from(page)]);
}

/** Its last tenth never arrived. */
export async function truncatedPhoto(): Promise<Buffer> {
  const photo = await jpegPhoto();
  return photo.subarray(0, photo.length * 0.9);
}

/** A program in a text chunk, and behind the end of the image. */
export function pngWithProgram(program: string): Buffer {
  const png = samplePng();
  const text = pngChunk('tEXt', Buffer.from(`Comment\0${program}`));
  const afterHeader = signature.length + 25;
  return Buffer.concat([
    png.subarray(0, afterHeader),
    text,
    png.subarray(afterHeader),
    Buffer.from(program),
  ]);
}

/** A PNG of one bit a pixel with these pixels in it, whatever its header says. */
export function barePng(width: number, height: number, pixels: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  return Buffer.concat([
    signature,
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(pixels)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** An animation, each of its images of another grey. */
export function animation(images: number): Promise<Buffer> {
  const [width, height] = [16, 16];
  const raw = Buffer.alloc(width * height * images * 3);
  for (let at = 0; at < images; at += 1) {
    raw.fill(at % 256, at * width * height * 3, (at + 1) * width * height * 3);
  }
  return sharp(raw, { raw: { width, height: height * images, channels: 3, pageHeight: height } })
    .webp({ lossless: true, loop: 0 })
    .toBuffer();
}
