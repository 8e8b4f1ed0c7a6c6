import { type CatalogueEntry, catalogue } from '@huying/kit/error';
import { describe, expect, it } from 'vitest';
import { readHouse } from './index.ts';

const entries = Object.entries<CatalogueEntry>(catalogue);
const home = 'packages/kit/error/catalogue';

/** The `{names}` in a sentence, sorted; `{whyZh}` and `{whyEn}` are one value told in the language of the sentence. */
function placeholders(sentence: string): string[] {
  const names = [...sentence.matchAll(/\{(\w+?)(?:Zh|En)?\}/g)].map((match) => match[1] ?? '');
  return [...new Set(names)].sort();
}

/** A whole sentence, or one that ends in a command to be copied. */
const wholeZh = /\p{Script=Han}.*([。？！]|[A-Z{}]+;)$/su;
const wholeEn = /^["“'{A-Z0-9].*([.?!]|[A-Z{}]+;)$/su;

describe('the catalogue of errors', () => {
  it.each(entries)('%s says in both languages what happened and what to do, in whole sentences', (_code, entry) => {
    for (const text of [entry.zh, entry.remedyZh]) expect(text).toMatch(wholeZh);
    for (const text of [entry.en, entry.remedyEn]) expect(text).toMatch(wholeEn);
    expect(entry.en).not.toMatch(/\p{Script=Han}/u);
  });

  it.each(entries)('%s names the same values in both languages', (_code, entry) => {
    expect(placeholders(entry.en)).toEqual(placeholders(entry.zh));
    expect(placeholders(entry.remedyEn)).toEqual(placeholders(entry.remedyZh));
  });

  it.each(entries)('%s has a status of an error', (_code, { status }) => {
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(600);
  });

  const house = readHouse(process.cwd());

  it.each(entries)('%s is named area.what, in camelCase', (code) => {
    expect(code).toMatch(/^[a-z]+\.[a-z][A-Za-z]*$/);
  });

  it('keeps each code in the file of its area', () => {
    const areas = new Map(
      house.modules
        .filter(({ path, place }) => path.startsWith(`${home}/`) && !place.isTest)
        .map(({ path, literals }) => [path.slice(home.length + 1, -3), literals.map(({ text }) => text)]),
    );
    const strays = entries.map(([code]) => code).filter((code) => !areas.get(code.split('.')[0] ?? '')?.includes(code));
    expect(strays).toEqual([]);
  });

  it('holds no error that nothing gives', () => {
    const given = new Set(
      house.modules
        .filter(({ path, place }) => !place.isTest && !path.startsWith(home) && place.part !== 'testing')
        .flatMap(({ literals }) => literals.map(({ text }) => text)),
    );
    expect(entries.map(([code]) => code).filter((code) => !given.has(code))).toEqual([]);
  });
});
