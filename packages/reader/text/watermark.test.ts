import { describe, expect, it } from 'vitest';
import { readingOf } from './reading.ts';

const text = [
  '全区经济保持平稳发展，产业结构持续优化，城市建设扎实推进，人民生活明显改善，社会大局和谐稳定。',
  '推动产业转型发展，完善城市基础设施，改善生态环境质量，提高公共服务水平，加强社会治理创新。',
  '经济运行总体平稳，城市环境不断改善，产业项目加快建设，服务能力持续提高，生态质量明显提升。',
  '优化产业结构，推进基础设施建设，保持经济稳定，创新社会治理，提升生态环境，增强公共服务。',
  '加快城市建设，提高治理水平，发展社会事业，改善人民生活，推进生态治理，完善服务项目。',
  '完善公共设施，稳定社会大局，推进项目建设，扎实改善环境，持续提升质量，创新服务能力。',
].join('\n');

function read(given: string): string {
  return readingOf(given)
    .blocks.filter(({ kind }) => kind === 'text')
    .map(({ passage }) => passage.text)
    .join('\n');
}

/** Written into the midst of words, here and there. */
function marked(word: string): string {
  const words = [
    '经济保',
    '产业结',
    '城市建',
    '社会大',
    '推动产',
    '基础设',
    '生态环',
    '公共服',
    '运行总',
    '持续提',
    '治理创',
    '稳定社',
    '人民生',
    '质量明',
    '服务能',
    '项目加',
  ];
  return words.reduce((marked, [a, b, c]) => marked.replace(`${a}${b}${c}`, `${a}${word}${b}${c}`), text);
}

describe('what someone wrote into the sentences', () => {
  it.each(['www.example-docs.com', 'xYz8wm', '文秘资源网'])('is left out (%s)', (word) => {
    expect(read(marked(word))).toBe(text);
    expect(readingOf(marked(word)).damage).toContainEqual({ kind: 'watermark', count: expect.any(Number) });
  });

  it('is left out where it holds a space that sentences do not have', () => {
    const given = text
      .replaceAll('持续优化', '持续优化大众学习平台 课程')
      .replaceAll('不断改善', '不断改善大众学习平台 课程');
    expect(read(given)).toBe(text);
  });

  it('is not an abbreviation or a phrase that comes again', () => {
    const own =
      '人均GDP达到9万元，实现GDP增长6%，全年GDP总量超过500亿元。\n加快建设具有全国影响力的产业园，打造具有全国影响力的商圈，建成具有全国影响力的展馆。';
    expect(read(own)).toBe(own);
  });

  it('is the count of pages in mid-line', () => {
    expect(read('全区经济平稳发展，第1页共3页产业结构持续优化。')).toBe('全区经济平稳发展，产业结构持续优化。');
  });
});
