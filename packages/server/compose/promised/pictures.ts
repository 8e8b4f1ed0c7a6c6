import sharp from 'sharp';
import type { DrawnPicture } from '../../file/index.ts';

const SKIES = ['#cfe3f1', '#e9d9c3', '#d4e6d3', '#d9d5e8', '#f0e2cc', '#c9dfe0'] as const;
const WIDTH = 640;
const HEIGHT = 420;

/** A handful of drawn scenes of works, for sites of the exercise: nobody is to take them for photographs. */
export async function sitePictures(): Promise<readonly DrawnPicture[]> {
  return Promise.all(SKIES.map((sky, index) => picture(scene(sky, index), index)));
}

async function picture(svg: string, index: number): Promise<DrawnPicture> {
  const full = await sharp(Buffer.from(svg)).jpeg({ quality: 82 }).toBuffer();
  const thumb = await sharp(full).resize(320, 320, { fit: 'inside' }).jpeg({ quality: 75 }).toBuffer();
  return { name: `现场照片-${index + 1}.jpg`, type: 'image/jpeg', width: WIDTH, height: HEIGHT, full, thumb };
}

/** Houses of different heights, a road, a frame of scaffolding. */
function scene(sky: string, index: number): string {
  const houses = Array.from({ length: 6 }, (_, at) => {
    const height = 90 + ((at * 53 + index * 71) % 150);
    const x = 20 + at * 104;
    const shade = 178 - ((at * 37 + index * 23) % 70);
    const windows = Array.from({ length: Math.floor(height / 34) }, (_, floor) =>
      [14, 46].map(
        (left) => `<rect x="${x + left}" y="${310 - height + 14 + floor * 34}" width="18" height="16" fill="#eef3f5"/>`,
      ),
    )
      .flat()
      .join('');
    return `<rect x="${x}" y="${310 - height}" width="80" height="${height}" fill="rgb(${shade},${shade - 6},${shade - 14})"/>${windows}`;
  }).join('');
  const frame = 60 + ((index * 97) % 420);
  const poles = [0, 30, 60, 90].map((left) => `<path d="M${frame + left} 130V310" stroke="#8a6d3b" stroke-width="3"/>`);
  const boards = [150, 195, 240, 285].map(
    (top) => `<path d="M${frame - 6} ${top}h102" stroke="#b4884a" stroke-width="4"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
<rect width="100%" height="100%" fill="${sky}"/>${houses}${poles.join('')}${boards.join('')}
<rect y="310" width="100%" height="110" fill="#7d8386"/><path d="M0 364h640" stroke="#f4f1e6" stroke-width="5" stroke-dasharray="36 26"/></svg>`;
}
