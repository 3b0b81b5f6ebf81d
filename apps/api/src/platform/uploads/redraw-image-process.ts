/*
 * One image, in a process of its own without a single secret: what decoding does to it, it does to
 * nobody else. Reads the image from its input, draws it again without anything that came with it,
 * writes the result to its output. Its exit code says the rest.
 */
import { writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { buffer } from 'node:stream/consumers';
import sharp, { type Sharp } from 'sharp';
import { exitCodes, largestSide, mostPixels, type RedrawnType } from './redraw-image.ts';

yieldToTheServer();
// The formats announced and nothing else of what the library could read.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
});
sharp.cache(false);
sharp.concurrency(1);

const type = process.argv[2] as RedrawnType;
const bytes = await buffer(process.stdin);
process.exitCode = await redraw();

async function redraw(): Promise<number> {
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height > mostPixels) return exitCodes.tooManyPixels;
    // The first image of an animation, the only one that is decoded.
    const drawn = sharp(bytes, { failOn: 'error', limitInputPixels: mostPixels, pages: 1 })
      .autoOrient()
      .resize({ width: largestSide, height: largestSide, fit: 'inside', withoutEnlargement: true });
    process.stdout.write(await encoded(drawn, type).toBuffer());
    return exitCodes.done;
  } catch {
    return exitCodes.unreadable;
  }
}

function encoded(image: Sharp, as: RedrawnType): Sharp {
  switch (as) {
    case 'image/jpeg':
      return image.jpeg({ quality: 85, mozjpeg: false });
    case 'image/png':
      return image.png({ compressionLevel: 7 });
    case 'image/webp':
      return image.webp({ quality: 85 });
  }
}

/** Last to be served by the processor, first to go when memory runs short. */
function yieldToTheServer(): void {
  try {
    setPriority(constants.priority.PRIORITY_LOW);
    writeFileSync('/proc/self/oom_score_adj', '1000');
  } catch {
    // Only Linux knows how.
  }
}
