import { HuyingError } from '@huying/kit/error';
import sharp, { type Sharp } from 'sharp';
import type { FileSettings } from './file-settings.ts';

/** Pictures being decoded at once: each may take a few hundred megabytes. */
const atOnce = 2;
let running = 0;
const waiting: (() => void)[] = [];

/** A picture as made anew. */
export interface Picture {
  readonly width: number;
  readonly height: number;
}

/**
 * Decodes a picture and writes it anew, turned as the camera was held and without anything but its pixels: place, owner, hidden payloads and thumbnails
 * of the camera are gone. Beside it goes a thumbnail (JPEG).
 * @throws file.pictureTooLarge, file.damaged
 */
export async function remakePicture(
  from: string,
  to: string,
  thumbnail: string,
  mime: string,
  settings: FileSettings,
): Promise<Picture> {
  await turn();
  try {
    const options = { limitInputPixels: settings.maxPixels, failOn: 'error', pages: 1 } as const;
    const { width, height } = await encoded(sharp(from, options).autoOrient(), mime).toFile(to);
    const side = settings.thumbnailSide;
    await sharp(to, options)
      .resize(side, side, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 75 })
      .toFile(thumbnail);
    return { width, height };
  } catch (error) {
    const tooLarge = error instanceof Error && /pixel limit|too large|dimensions/i.test(error.message);
    if (tooLarge) throw new HuyingError('file.pictureTooLarge', { limit: Math.round(settings.maxPixels / 1e6) });
    throw new HuyingError('file.damaged');
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

function encoded(picture: Sharp, mime: string): Sharp {
  switch (mime) {
    case 'image/png':
      return picture.png();
    case 'image/webp':
      return picture.webp({ quality: 85 });
    default:
      return picture.jpeg({ quality: 88 });
  }
}

async function turn(): Promise<void> {
  while (running >= atOnce) await new Promise<void>((go) => waiting.push(go));
  running += 1;
}
