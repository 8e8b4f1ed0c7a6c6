import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { screenWords, tell } from './index.ts';

const entries = Object.entries(screenWords);
const han = /\p{Script=Han}/u;

function sources(folder: URL): string {
  return readdirSync(folder, { withFileTypes: true })
    .map((entry) => {
      if (entry.isDirectory()) return entry.name === 'text' ? '' : sources(new URL(`${entry.name}/`, folder));
      return /\.tsx?$/.test(entry.name) ? readFileSync(new URL(entry.name, folder), 'utf8') : '';
    })
    .join('\n');
}

describe('the texts of the console', () => {
  it('are complete in both languages', () => {
    expect(entries.filter(([, { zh, en }]) => zh.trim() === '' || en.trim() === '').map(([name]) => name)).toEqual([]);
  });

  it('fill in the same things in both languages', () => {
    const slots = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();
    expect(entries.filter(([, { zh, en }]) => slots(zh).join() !== slots(en).join()).map(([name]) => name)).toEqual([]);
  });

  it('use full-width punctuation in Chinese', () => {
    const half = /\p{Script=Han}[,;:!?()]|[,;:!?(]\p{Script=Han}/u;
    expect(entries.filter(([, { zh }]) => half.test(zh)).map(([name]) => name)).toEqual([]);
  });

  it('have no Chinese in English, but for the units of limits and the name of the other language', () => {
    const allowed = ['shell.language', 'admin.limitHint'];
    expect(entries.filter(([name, { en }]) => han.test(en) && !allowed.includes(name)).map(([name]) => name)).toEqual(
      [],
    );
  });

  it('are all used on some screen', () => {
    const code = sources(new URL('../', import.meta.url));
    // Names that are put together: the groups of fields, of intake, the lights and the rungs.
    const together = /^(case\.(demand|caller|handling|source)|intake\.(who|what|where|more)|light\.\w+|notice\.\w+)$/;
    const used = (name: string) => code.includes(`'${name}'`) || together.test(name);
    expect(entries.filter(([name]) => !used(name)).map(([name]) => name)).toEqual([]);
  });

  it('leave a slot that nobody filled as it is, so that it is seen', () => {
    expect(tell('zh', 'work.round', { round: 2 })).toBe('第 2 轮');
    expect(tell('en', 'work.round')).toBe('round {round}');
  });
});
