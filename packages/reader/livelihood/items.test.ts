import { describe, expect, it } from 'vitest';
import type { SectionRole, Target } from '../report.ts';
import type { ReadSentence } from '../statement/index.ts';
import { givenText, type Passage } from '../text/index.ts';
import type { ItemUnit } from '../tree/index.ts';
import { itemsOf } from './index.ts';

function passageIn(text: string, words: string): Passage {
  const at = text.indexOf(words);
  return { text: words, places: Int32Array.from(words, (_, offset) => at + offset) };
}

function targetAt(text: string, quote: string, value: number): Target {
  const start = text.indexOf(quote);
  return {
    start,
    end: start + quote.length,
    quote,
    metric: quote,
    value,
    unit: '个',
    scale: 1,
    comparator: '=',
    kind: 'new',
    deadline: null,
    modality: 'plain',
    group: 'livelihood',
  };
}

/** Sentences of one paragraph each unless they are given together. */
function sentencesOf(
  text: string,
  paragraphs: readonly (readonly string[])[],
  role: SectionRole = 'plan',
): ReadSentence[] {
  return paragraphs.flatMap((sentences, paragraph) =>
    sentences.map((words, at) => ({
      sentence: { passage: passageIn(text, words), role, headings: [], paragraph, opens: at === 0, heading: false },
      quantities: [],
      names: [],
    })),
  );
}

const prose = (paragraphs: readonly (readonly string[])[], role: SectionRole = 'plan') => {
  const text = paragraphs.flat().join('\n');
  return itemsOf(givenText(text), { items: [] }, sentencesOf(text, paragraphs, role), []).map(({ no, parts }) => [
    no,
    parts[0]?.text,
  ]);
};

describe('livelihood items laid out by the document', () => {
  it('keep their numbered parts, and each part the targets that lie in it', () => {
    const text = '停车便民\n新增泊位600个。\n开放车库12个。';
    const unit: ItemUnit = {
      no: 3,
      title: passageIn(text, '停车便民'),
      parts: [
        { no: 1, passage: passageIn(text, '新增泊位600个。') },
        { no: 2, passage: passageIn(text, '开放车库12个。') },
      ],
    };
    const targets = [targetAt(text, '开放车库12个', 12), targetAt(text, '新增泊位600个', 600)];
    const [item] = itemsOf(givenText(text), { items: [unit] }, [], targets);
    expect(item).toMatchObject({ no: 3, title: '停车便民', start: 0, end: text.length });
    expect(item?.parts.map(({ no, targets }) => [no, targets])).toEqual([
      [1, [1]],
      [2, [0]],
    ]);
  });

  it('split an unnumbered part at its semicolons', () => {
    const text = '新增泊位600个；开放车库12个';
    const [item] = itemsOf(
      givenText(text),
      { items: [{ no: 1, parts: [{ passage: passageIn(text, text) }] }] },
      [],
      [],
    );
    expect(item?.parts.map(({ text: words }) => words)).toEqual(['新增泊位600个', '开放车库12个']);
  });

  it('that are bare titles are parts of their own, so that their targets are not lost', () => {
    const text = '新建公园3个';
    const unit = { no: 1, title: passageIn(text, text), parts: [] };
    const [item] = itemsOf(givenText(text), { items: [unit] }, [], [targetAt(text, text, 3)]);
    expect(item?.parts).toMatchObject([{ text, targets: [0] }]);
  });
});

describe('livelihood items spelled out in prose', () => {
  const three = [
    [1, '新增泊位600个'],
    [2, '改造小区12个'],
    [3, '建成公园3个，开放球场5片'],
  ];

  it('are the pieces between semicolons after N件民生实事，包括：', () => {
    expect(
      prose([['今年，我们将办好3件民生实事，包括：新增泊位600个；改造小区12个；建成公园3个，开放球场5片。']]),
    ).toEqual(three);
  });

  it('go on in the next sentences where those were cut at the semicolons', () => {
    expect(
      prose([
        [
          '全力办好三件区级民生实事：',
          '新增泊位600个；',
          '改造小区12个；',
          '建成公园3个，开放球场5片。',
          '我们将说到做到。',
        ],
      ]),
    ).toEqual(three);
  });

  it('go on in paragraphs that are numbered', () => {
    expect(
      prose([
        ['重点办好以下十件民生实事：'],
        ['1.新增泊位600个。'],
        ['2.改造小区12个。'],
        ['3.建成公园3个，开放球场5片。'],
        ['结语'],
      ]),
    ).toEqual(three);
  });

  it('are not read from what was done last year', () => {
    expect(prose([['办好3件民生实事，包括：新增泊位600个；改造小区12个；建成公园3个。']], 'retrospective')).toEqual([]);
  });

  it('are none where nothing is listed', () => {
    expect(prose([['以办好十件民生实事为抓手，不断增进民生福祉。']])).toEqual([]);
  });
});
