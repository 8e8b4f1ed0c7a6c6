import { deflateRawSync } from 'node:zlib';
import { HuyingError } from '@huying/kit/error';
import { zipFile } from '@huying/testing/archive';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packZip } from './pack-zip.ts';
import { unpackZip } from './unpack-zip.ts';

const tooLarge = () => new HuyingError('exchange.workbookTooLarge', { rows: 1, megabytes: 1 });
const unpack = (bytes: Buffer, limit = 1_000_000) => unpackZip(bytes, () => true, limit, tooLarge);

describe('an archive', () => {
  it('gives back what was packed, stored or deflated', () => {
    const parts = fc.uniqueArray(
      fc.tuple(fc.string({ minLength: 1, maxLength: 20 }), fc.uint8Array({ maxLength: 200 })),
      {
        minLength: 1,
        maxLength: 5,
        // Names are compared as UTF-8, in which lone surrogates are all one character.
        selector: ([name]) => name.toWellFormed(),
      },
    );
    fc.assert(
      fc.property(parts, (given) => {
        const wanted = new Map(given.map(([name, content]) => [name.toWellFormed(), Buffer.from(content)]));
        expect(unpack(packZip(wanted))).toEqual(wanted);
        expect(unpack(zipFile([...wanted].map(([name, content]) => ({ name, content }))))).toEqual(wanted);
      }),
    );
  });

  it('is unpacked to the limit and not a byte further, whatever it says of its sizes', () => {
    const content = Buffer.alloc(1_000, 1);
    const bytes = zipFile([{ name: 'a', content, claimed: 1 }]);
    expect(unpack(bytes, 1_000).get('a')).toEqual(content);
    expect(() => unpack(bytes, 999)).toThrow(tooLarge().message);
    expect(() => unpack(packZip(new Map([['a', content]])), 999)).toThrow(tooLarge().message);
  });

  it('of any bytes is unpacked or refused with an error of the catalogue', () => {
    const whole = zipFile([{ name: 'a', content: 'hello' }]);
    fc.assert(
      fc.property(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 }), (at, byte) => {
        const damaged = Buffer.from(whole);
        damaged[at] = byte;
        try {
          unpack(damaged);
        } catch (error) {
          expect(error).toBeInstanceOf(HuyingError);
        }
      }),
    );
    expect(() => unpack(deflateRawSync(Buffer.from('x')))).toThrow('exchange.workbook');
  });
});
