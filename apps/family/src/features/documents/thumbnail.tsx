import { FileText, Image } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import classes from './documents.module.css';

const side = 112;

/** A small picture of a photo that was chosen, drawn here: nothing leaves for it. */
export function Thumbnail({ file }: { readonly file: File }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drawn, setDrawn] = useState(false);
  const isPhoto = /^image\/(jpeg|png|webp)$/.test(file.type);

  useEffect(() => {
    if (!isPhoto || typeof createImageBitmap !== 'function') return;
    let wanted = true;
    createImageBitmap(file)
      .then((picture) => {
        if (wanted && canvas.current) setDrawn(drawCovering(canvas.current, picture));
        picture.close();
      })
      // A picture the browser cannot read has an icon; whether it is accepted, the API says.
      .catch(() => undefined);
    return () => {
      wanted = false;
    };
  }, [file, isPhoto]);

  return (
    <span className={classes.thumbnail} aria-hidden="true">
      {isPhoto ? (
        <>
          {drawn ? null : <Image size={26} />}
          <canvas ref={canvas} width={side} height={side} hidden={!drawn} />
        </>
      ) : (
        <FileText size={26} />
      )}
    </span>
  );
}

/** Draws the middle of a picture over the whole canvas. */
function drawCovering(canvas: HTMLCanvasElement, picture: ImageBitmap): boolean {
  const context = canvas.getContext('2d');
  if (!context) return false;
  const { width, height } = picture;
  const cut = Math.min(width, height);
  context.drawImage(
    picture,
    (width - cut) / 2,
    (height - cut) / 2,
    cut,
    cut,
    0,
    0,
    canvas.width,
    canvas.height,
  );
  return true;
}
