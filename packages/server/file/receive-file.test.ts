import { createHash, randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type Capacity, inTenant } from '@huying/server/ledger';
import { wordFile } from '@huying/testing/archive';
import { testDatabase } from '@huying/testing/database';
import { refusedWith, testDistrict } from '@huying/testing/org';
import exifr from 'exifr';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { openFileFolder } from './file-folder.ts';
import { defaultFileSettings } from './file-settings.ts';
import { attachFiles, findFile, readFile } from './reading.ts';
import { type FileServices, receiveFile } from './receive-file.ts';
import { filesOf } from './store.ts';
import { sweepFiles } from './sweep-files.ts';

const root = mkdtempSync(join(tmpdir(), 'huying-files-'));
afterAll(() => rmSync(root, { recursive: true }));

const db = await testDatabase();
const district = await testDistrict(db, '440199');
const other = await testDistrict(db, '440198', district.clock);
const files = openFileFolder(root);
const services: FileServices = {
  ...district.services,
  files,
  fileSettings: { ...defaultFileSettings, maxBytes: 2 * 1024 * 1024, maxPixels: 4_000_000 },
};
const person = await district.person('unit-handler');
const colleague = await district.person('unit-handler');
const stranger = await other.person('unit-handler');
const day = 86_400_000;

function upload(name: string, content: Buffer | Readable, by: Capacity = person) {
  const stream = content instanceof Readable ? content : Readable.from([content]);
  return receiveFile(services, { ...by, name, stream, zone: 'Asia/Shanghai' });
}

/** Half red, half blue, as a telephone held upright writes it: stored lying, with the turn and the place in its EXIF. */
async function photo(taken: Record<string, string> = {}): Promise<Buffer> {
  const half = await sharp({ create: { width: 60, height: 80, channels: 3, background: 'blue' } })
    .png()
    .toBuffer();
  return sharp({ create: { width: 120, height: 80, channels: 3, background: 'red' } })
    .composite([{ input: half, left: 60, top: 0 }])
    .withExif({
      IFD0: { Make: 'Secretphone', Artist: '王丽' },
      IFD2: { DateTimeOriginal: '2026:07:01 10:20:30', ...taken },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '23/1 7/1 30/1', GPSLongitudeRef: 'E', GPSLongitude: '113/1 15/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}

function listed(path: string): string[] {
  return existsSync(path) ? readdirSync(path) : [];
}

/** The head of a HEIC file: size, `ftyp`, its brand, and the brands it goes with. */
const heicFile = Buffer.concat([
  Buffer.from([0, 0, 0, 24]),
  Buffer.from('ftypheic\0\0\0\0mif1heic', 'latin1'),
  Buffer.alloc(2000),
]);

describe('a picture', () => {
  it('keeps when and where it was taken on record and nothing of it in the file', async () => {
    const sent = await photo();
    expect(sent.includes('Secretphone')).toBe(true);
    const file = await upload('现场.JPG', sent);
    expect(file).toMatchObject({
      type: 'image/jpeg',
      name: '现场.JPG',
      takenAt: Date.parse('2026-07-01T10:20:30+08:00'),
      lon: 113.25,
      lat: 23.125,
    });
    const kept = readFileSync(files.path('440199', file.id, 'full'));
    expect(kept.includes('Secretphone')).toBe(false);
    expect(await exifr.parse(kept)).toBeUndefined();
    expect(createHash('sha256').update(kept).digest()).toEqual(file.sha256);
    expect(file.size).toBe(kept.length);
  });

  it('stands upright, as the telephone was held', async () => {
    const file = await upload('upright.jpg', await photo());
    expect([file.width, file.height]).toEqual([80, 120]);
    const { data, info } = await sharp(files.path('440199', file.id, 'full'))
      .raw()
      .toBuffer({ resolveWithObject: true });
    const pixel = (x: number, y: number) => [...data.subarray((y * info.width + x) * info.channels).subarray(0, 3)];
    expect(pixel(40, 10)[0]).toBeGreaterThan(200);
    expect(pixel(40, 110)[2]).toBeGreaterThan(200);
  });

  it('whose camera says its own offset is taken at that', async () => {
    const file = await upload('travel.jpg', await photo({ OffsetTimeOriginal: '-04:00' }));
    expect(file.takenAt).toBe(Date.parse('2026-07-01T10:20:30-04:00'));
  });

  it('with a date that does not exist has none', async () => {
    expect((await upload('odd.jpg', await photo({ DateTimeOriginal: '2026:02:31 10:20:30' }))).takenAt).toBeNull();
  });

  it('has a small one beside it', async () => {
    const large = await sharp({ create: { width: 1500, height: 900, channels: 4, background: '#0f08' } })
      .png()
      .toBuffer();
    const file = await upload('large.png', large);
    const thumb = await buffer(await readFile(files, '440199', file, 'thumb'));
    expect(await sharp(thumb).metadata()).toMatchObject({ format: 'jpeg', width: 480, height: 288 });
  });

  it('loses what was hidden behind it', async () => {
    const sent = Buffer.concat([await photo(), Buffer.from('<?php system($_GET[0]); ?>')]);
    const file = await upload('shell.jpg', sent);
    expect(readFileSync(files.path('440199', file.id, 'full')).includes('<?php')).toBe(false);
  });

  it('of too many pixels is refused before it is decoded', async () => {
    const bomb = await sharp({ create: { width: 5_000, height: 5_000, channels: 3, background: 'white' } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(bomb.length).toBeLessThan(services.fileSettings.maxBytes);
    await expect(upload('bomb.png', bomb)).rejects.toThrowError(refusedWith('file.pictureTooLarge'));
  });

  it('cut off in the middle is refused', async () => {
    const sent = await photo();
    await expect(upload('half.jpg', sent.subarray(0, sent.length / 2))).rejects.toThrowError(
      refusedWith('file.damaged'),
    );
  });
});

describe('an upload', () => {
  it('of a document is kept byte for byte', async () => {
    const sent = wordFile();
    const file = await upload('通知.docx', sent);
    expect(file).toMatchObject({ width: null, takenAt: null, size: sent.length });
    const ctx = { ...person, now: district.clock.now() };
    const read = await inTenant(services, ctx, async (one) =>
      readFile(files, one.tenant, await findFile(one, file.id)),
    );
    expect(await buffer(read)).toEqual(sent);
  });

  it.each([
    [
      'a program',
      'photo.jpg',
      Buffer.concat([Buffer.from('\u007fELF\u0002\u0001\u0001', 'latin1'), Buffer.alloc(2000)]),
      'file.typeRefused',
    ],
    ['a page of HTML', 'a.jpg', Buffer.from('<html><script>alert(1)</script></html>'), 'file.typeRefused'],
    [
      'a drawing that runs code',
      'a.png',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
      'file.typeRefused',
    ],
    ['text', 'a.pdf', Buffer.from('hello'), 'file.typeRefused'],
    ['nothing', 'a.pdf', Buffer.alloc(0), 'file.empty'],
    ['a photo as an iPhone takes it', 'IMG_0001.HEIC', heicFile, 'file.heic'],
    ['a photo as an iPhone takes it, called a JPEG', 'IMG_0001.jpg', heicFile, 'file.heic'],
    ['a PDF called a picture', 'a.jpg', Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n'), 'file.mismatch'],
    ['a document called a program', 'a.docx.exe', wordFile(), 'file.mismatch'],
    [
      'an archive bomb',
      'a.docx',
      wordFile([{ name: 'word/z.xml', content: Buffer.alloc(20 * 1024 * 1024) }]),
      'file.bomb',
    ],
    ['too much', 'a.pdf', Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(2 * 1024 * 1024)]), 'file.tooLarge'],
  ])('of %s is refused and leaves nothing behind', async (_, name, content, code) => {
    const before = readdirSync(root, { recursive: true }).length;
    const rows = (await db.pool.query('select 1 from file')).rows.length;
    await expect(upload(name, content)).rejects.toThrowError(refusedWith(code));
    expect(readdirSync(root, { recursive: true })).toHaveLength(before);
    expect((await db.pool.query('select 1 from file')).rows).toHaveLength(rows);
  });

  it('that breaks off leaves nothing behind', async () => {
    const before = listed(join(root, '440199', 'incoming')).length;
    const stream = Readable.from(
      (async function* () {
        yield Buffer.from('%PDF-1.7\n');
        throw new Error('the line went dead');
      })(),
    );
    await expect(upload('a.pdf', stream)).rejects.toThrowError('the line went dead');
    expect(listed(join(root, '440199', 'incoming'))).toHaveLength(before);
  });

  it('never chooses where it lies', async () => {
    const file = await upload('../../../../tmp/evil.docx', wordFile());
    expect(file.name).toBe('evil.docx');
    expect(files.path('440199', file.id, 'full')).toBe(join(root, '440199', file.id.slice(-2), file.id));
    expect(() => files.path('440199', '../../x', 'full')).toThrowError(refusedWith('file.unknown'));
    expect(() => files.path('../etc', file.id, 'full')).toThrowError(refusedWith('database.tenant'));
    expect(statSync(files.path('440199', file.id, 'full')).mode & 0o077).toBe(0);
  });
});

describe('a file', () => {
  const on = <T>(who: Capacity, work: Parameters<typeof inTenant<T>>[2]) => inTenant(services, who, work);
  const owner = () => ({ kind: 'case', id: randomUUID() });

  it('is attached once, by its uploader, in the order asked', async () => {
    const [a, b] = [await upload('a.docx', wordFile()), await upload('b.docx', wordFile())];
    const to = owner();
    const given = await on(person, (ctx) => attachFiles(ctx, [b.id, a.id, b.id], to));
    expect(given.map((file) => file.id)).toEqual([b.id, a.id]);
    await expect(on(person, (ctx) => attachFiles(ctx, [a.id], owner()))).rejects.toThrowError(
      refusedWith('file.notYours'),
    );
    expect(
      (await on(colleague, (ctx) => filesOf(ctx.tx, ctx.tenant, 'case', [to.id]))).map((file) => file.name).toSorted(),
    ).toEqual(['a.docx', 'b.docx']);
  });

  it('waiting is neither seen nor used by another person, nor by another district', async () => {
    const file = await upload('a.docx', wordFile());
    await expect(on(colleague, (ctx) => findFile(ctx, file.id))).rejects.toThrowError(refusedWith('file.unknown'));
    await expect(on(colleague, (ctx) => attachFiles(ctx, [file.id], owner()))).rejects.toThrowError(
      refusedWith('file.notYours'),
    );
    await expect(on(stranger, (ctx) => findFile(ctx, file.id))).rejects.toThrowError(refusedWith('file.unknown'));
    await expect(on(stranger, (ctx) => attachFiles(ctx, [file.id], owner()))).rejects.toThrowError(
      refusedWith('file.unknown'),
    );
    await on(person, (ctx) => attachFiles(ctx, [file.id], owner()));
    expect((await on(colleague, (ctx) => findFile(ctx, file.id))).id).toBe(file.id);
    await expect(on(stranger, (ctx) => findFile(ctx, file.id))).rejects.toThrowError(refusedWith('file.unknown'));
  });

  it('attached by two at once goes to one of them', async () => {
    const file = await upload('a.docx', wordFile());
    const outcomes = await Promise.allSettled(
      [1, 2, 3].map(() => on(person, (ctx) => attachFiles(ctx, [file.id], owner()))),
    );
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  });

  it('not used for a day is swept, on disk too; a used one and a fresh one stay', async () => {
    const [unused, used] = [await upload('a.jpg', await photo()), await upload('b.docx', wordFile())];
    await on(person, (ctx) => attachFiles(ctx, [used.id], owner()));
    district.clock.advance(day);
    const fresh = await upload('c.docx', wordFile());
    district.clock.advance(1);
    expect((await sweepFiles(services, '440199')).unused).toBeGreaterThan(0);
    expect(existsSync(files.path('440199', unused.id, 'full'))).toBe(false);
    expect(existsSync(files.path('440199', unused.id, 'thumb'))).toBe(false);
    expect(existsSync(files.path('440199', used.id, 'full'))).toBe(true);
    expect(existsSync(files.path('440199', fresh.id, 'full'))).toBe(true);
    await expect(on(person, (ctx) => findFile(ctx, unused.id))).rejects.toThrowError(refusedWith('file.unknown'));
  });

  it('that a crash left without a record is swept after a day, and so is half an upload', async () => {
    const kept = await upload('a.docx', wordFile());
    const stray = randomUUID();
    const draft = await files.draft('440199');
    writeFileSync(draft, 'x');
    await files.keep('440199', stray, { full: draft });
    const half = await files.draft('440199');
    writeFileSync(half, 'x');
    const old = new Date(district.clock.now() - 2 * day);
    for (const path of [files.path('440199', stray, 'full'), half, files.path('440199', kept.id, 'full')])
      utimesSync(path, old, old);
    await sweepFiles(services, '440199');
    expect(existsSync(files.path('440199', stray, 'full'))).toBe(false);
    expect(existsSync(half)).toBe(false);
    expect(existsSync(files.path('440199', kept.id, 'full'))).toBe(true);
  });

  it('gone from the disk says so', async () => {
    const file = await upload('a.docx', wordFile());
    await files.remove('440199', file.id);
    await expect(readFile(files, '440199', file)).rejects.toThrowError(refusedWith('file.lost'));
  });
});
