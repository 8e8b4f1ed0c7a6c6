import { expect, it } from 'vitest';
import { languageOf } from './language.ts';

it.each([
  [undefined, 'zh', 'zh'],
  [undefined, 'en', 'en'],
  ['en', 'zh', 'en'],
  ['zh-Hans-CN', 'en', 'zh'],
  ['en;q=0.3, zh;q=0.9', 'en', 'zh'],
  ['en;q=0', 'zh', 'zh'],
  ['de, fr;q=0.5', 'en', 'en'],
  ['enough', 'zh', 'zh'],
  [`${'x'.repeat(10_000)},en`, 'zh', 'zh'],
] as const)('%s for a reader of %s is %s', (header, own, language) => {
  expect(languageOf(header, own)).toBe(language);
});
