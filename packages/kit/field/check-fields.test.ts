import { describe, expect, it } from 'vitest';
import { checkFields, choice, number, options, photos, text, tree } from './index.ts';

describe('checking declared fields', () => {
  it('finds nothing wrong with sound ones', () => {
    expect(
      checkFields({
        matter: choice('事项', tree('matters')),
        condition: choice('条件', tree('conditions', { under: 'matter' })),
      }),
    ).toEqual([]);
    expect(checkFields({ condition: choice('条件', tree('conditions', { under: 'matter' })) }, '', ['matter'])).toEqual(
      [],
    );
  });

  it('names every field no value could satisfy', () => {
    const problems = checkFields(
      {
        'bad/name': text('名', { max: 5 }),
        label: text(' ', { max: 5 }),
        bounds: number('数', { min: 5, max: 1 }),
        pattern: text('式', { max: 5, pattern: '(' }),
        options: choice('选', options({})),
        under: choice('条件', tree('conditions', { under: 'matter' })),
        photos: photos('照片', { max: 0 }),
      },
      '/fields',
    );
    expect(problems.map((problem) => problem.path)).toEqual([
      '/fields/bad~1name',
      '/fields/label',
      '/fields/bounds',
      '/fields/pattern',
      '/fields/options',
      '/fields/under',
      '/fields/photos',
    ]);
  });
});
