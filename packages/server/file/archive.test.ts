import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wordFile, zipFile } from '@huying/testing/archive';
import { refusedWith } from '@huying/testing/org';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { requireSoundArchive } from './archive.ts';
import { defaultFileSettings as settings } from './file-settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'huying-archive-'));
afterAll(() => rmSync(folder, { recursive: true }));

let count = 0;
function check(bytes: Buffer): Promise<void> {
  count += 1;
  const path = join(folder, `${count}.zip`);
  writeFileSync(path, bytes);
  return requireSoundArchive(path, settings);
}

describe('an archive', () => {
  it('that is a document passes', async () => {
    await check(wordFile());
    await check(wordFile([{ name: 'word/media/notes.txt', content: '一二三\n'.repeat(1000) }]));
  });

  it.each([
    ['unpacks a thousandfold', wordFile([{ name: 'word/zeros.xml', content: Buffer.alloc(20 * 1024 * 1024) }])],
    ['claims less than it unpacks to', wordFile([{ name: 'word/a.xml', content: 'x'.repeat(5_000), claimed: 10 }])],
    ['claims more than it unpacks to', wordFile([{ name: 'word/a.xml', content: 'x'.repeat(50), claimed: 5_000 }])],
    ['claims four gigabytes', wordFile([{ name: 'word/a.xml', content: 'x', claimed: 0xfffffffe }])],
    ['claims a 64-bit size', wordFile([{ name: 'word/a.xml', content: 'x', claimed: 0xffffffff }])],
    [
      'lays one part over another',
      zipFile([
        { name: 'a', content: 'same' },
        { name: 'b', content: 'same', overBefore: true },
      ]),
    ],
    ['hides a part by encryption', wordFile([{ name: 'word/a.xml', content: 'x', flags: 1 }])],
    ['names a part with a way out', wordFile([{ name: '../../etc/cron.d/x', content: 'x' }])],
    ['names a part from the root', wordFile([{ name: '/etc/passwd', content: 'x' }])],
    ['names a part on a drive', wordFile([{ name: 'C:\\x', content: 'x' }])],
    [
      'names two parts the same',
      zipFile([
        { name: 'a', content: '1' },
        { name: 'a', content: '2' },
      ]),
    ],
    ['has ten thousand parts', zipFile(Array.from({ length: 10_000 }, (_, i) => ({ name: `p${i}`, content: '' })))],
  ])('that %s is a bomb', async (_, bytes) => {
    await expect(check(bytes)).rejects.toThrowError(refusedWith('file.bomb'));
  });

  it('cut off or with any byte changed never does more than be refused or pass', async () => {
    const whole = wordFile();
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 }), fc.boolean(), async (at, byte, cut) => {
        const bytes = Buffer.from(cut ? whole.subarray(0, at) : whole);
        if (!cut) bytes[at] = byte;
        await check(bytes).catch((error: unknown) =>
          expect(error).toMatchObject({ code: expect.stringMatching(/^file\.(bomb|damaged)$/) }),
        );
      }),
      { numRuns: 200 },
    );
  });
});
