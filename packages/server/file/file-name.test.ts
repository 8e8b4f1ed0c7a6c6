import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanName } from './file-name.ts';

describe('name of a file', () => {
  it.each([
    ['现场照片.jpg', '现场照片.jpg'],
    ['../../etc/passwd', 'passwd.jpg'],
    ['C:\\fakepath\\photo.png', 'photo.png'],
    ['/', 'file.jpg'],
    ['', 'file.jpg'],
    ['.htaccess', 'htaccess.jpg'],
    ['..', 'file.jpg'],
    ['a\u202egpj.exe', 'agpj.exe'],
    ['a\u0000b\r\nSet-Cookie: x.jpg', 'abSet-Cookie x.jpg'],
    ['<img src=x onerror=alert(1)>.png', 'img src=x onerror=alert(1).png'],
    ['report .pdf', 'report.pdf'],
    ['.jpg', 'jpg.jpg'],
    ['现场 2.5', '现场 2.5.jpg'],
  ])('%j is kept as %j', (given, kept) => {
    expect(cleanName(given, 'jpg')).toBe(kept);
  });

  it('is short, on one line, without a path, and not changed by cleaning again, whatever was sent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
        const kept = cleanName(given, 'jpg');
        expect([...kept].length).toBeLessThanOrEqual(131);
        expect(kept).not.toMatch(/[/\\\p{Cc}\p{Cf}]|^\.|^ /u);
        expect(kept).toMatch(/\.[A-Za-z0-9]+$/);
        expect(cleanName(kept, 'jpg')).toBe(kept);
      }),
    );
  });

  it('of a megabyte of emoji is cut', () => {
    expect([...cleanName('😀'.repeat(250_000), 'png')]).toHaveLength(124);
  });
});
