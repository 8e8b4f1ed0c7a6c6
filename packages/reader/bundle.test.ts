import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { describe, expect, it } from 'vitest';

/** The reader as a page takes it: one module with all that it needs. */
async function bundled(entry: string): Promise<Rolldown.OutputChunk[]> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: true, lib: { entry: `packages/reader/${entry}`, formats: ['es'] } },
  });
  const outputs = Array.isArray(built) ? built : [built];
  return outputs
    .flatMap((one) => ('output' in one ? one.output : []))
    .flatMap((one) => (one.type === 'chunk' ? [one] : []));
}

const kilobytes = (chunks: readonly Rolldown.OutputChunk[]) =>
  chunks.reduce((sum, { code }) => sum + gzipSync(code).length, 0) / 1024;

describe('the reader in a page', () => {
  it('takes less than 150 KB, compressed, without the openers of files', async () => {
    const chunks = await bundled('index.ts');
    const files = chunks.flatMap(({ moduleIds }) => moduleIds);
    expect(files.filter((file) => /reader\/formats\/|unpdf|htmlparser2|fflate/.test(file))).toEqual([]);
    expect(chunks.flatMap(({ imports }) => imports)).toEqual([]);
    expect(kilobytes(chunks)).toBeLessThan(150);
  });

  it('loads what opens Word and PDF only for Word and PDF', async () => {
    const chunks = await bundled('formats/index.ts');
    const first = chunks.filter(({ isEntry }) => isEntry);
    const heavy = /unpdf|htmlparser2|fflate/;
    expect(first.flatMap(({ moduleIds }) => moduleIds).filter((file) => heavy.test(file))).toEqual([]);
    expect(chunks.flatMap(({ moduleIds }) => moduleIds).some((file) => heavy.test(file))).toBe(true);
    expect(chunks.flatMap(({ imports }) => imports).filter((file) => file.startsWith('node:'))).toEqual([]);
    expect(kilobytes(first)).toBeLessThan(10);
  });
});
