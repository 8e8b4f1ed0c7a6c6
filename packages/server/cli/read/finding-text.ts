import type { Words } from '@huying/kit/error';
import type { Finding } from '@huying/reader';

/** What each finding is called. */
export const findingNames: Readonly<Record<Finding['code'], Words>> = {
  sum: { zh: '合计不符', en: 'sum differs' },
  sumHolds: { zh: '合计相符', en: 'sum holds' },
  ratio: { zh: '比率不符', en: 'rate differs' },
  status: { zh: '状态不符', en: 'status differs' },
  unitDiffers: { zh: '单位不同', en: 'units differ' },
  statedTwice: { zh: '前后不一', en: 'stated twice' },
  bodyAndAppendix: { zh: '正文附件不一', en: 'body and appendix' },
  belowLastResult: { zh: '低于上年结果', en: 'below last result' },
  resultIsTarget: { zh: '与上年结果相同', en: 'same as last result' },
  memberCount: { zh: '名词项数不符', en: 'members differ' },
  itemCount: { zh: '条目数不符', en: 'items differ' },
  percentOver: { zh: '超过 100%', en: 'over 100%' },
  dateImpossible: { zh: '没有这一天', en: 'no such date' },
};

const relations: Readonly<Record<string, Words>> = {
  below: { zh: '低于目标', en: 'below the target' },
  reached: { zh: '已达到目标', en: 'the target is reached' },
  equal: { zh: '恰为目标，并未超出', en: 'the target exactly, not more' },
  above: { zh: '超过目标', en: 'above the target' },
  rounded: { zh: '四舍五入所致', en: 'the one is the other rounded' },
  comparator: { zh: '一处为界限，一处为定数', en: 'one is a bound, one is exact' },
  differs: { zh: '数字不同', en: 'the numbers differ' },
};

/** The arithmetic of a finding, or what stands against what. */
export function findingText({ code, params }: Finding, say: (words: Words) => string): string {
  const p = (name: string) => String(params[name] ?? '');
  const relation = () => say(relations[p('relation')] ?? { zh: p('relation'), en: p('relation') });
  switch (code) {
    case 'sumHolds':
      return `${p('parts').replaceAll('+', ' + ')} = ${p('total')}${p('unit')}`;
    case 'sum': {
      const sum = `${p('parts').replaceAll('+', ' + ')} = ${p('sum')}${p('unit')}`;
      return say({
        zh: `${sum}，印作 ${p('total')}${p('unit')}，差 ${p('difference')}`,
        en: `${sum}, printed ${p('total')}${p('unit')}, off by ${p('difference')}`,
      });
    }
    case 'ratio':
      return ratioText(p, say);
    case 'status':
      return say({
        zh: `目标 ${p('target')}${p('targetUnit')}，结果 ${p('actual')}${p('actualUnit')}，写作“${p('words')}”：${relation()}`,
        en: `target ${p('target')}${p('targetUnit')}, result ${p('actual')}${p('actualUnit')}, said to be “${p('words')}”: ${relation()}`,
      });
    case 'unitDiffers':
      return say({
        zh: `目标 ${p('target')}${p('targetUnit')}，结果 ${p('actual')}${p('actualUnit')}`,
        en: `target ${p('target')}${p('targetUnit')}, result ${p('actual')}${p('actualUnit')}`,
      });
    case 'statedTwice':
    case 'bodyAndAppendix': {
      const both = [`${p('first')}${p('firstUnit')}`, `${p('second')}${p('secondUnit')}`];
      return say({ zh: `${both.join(' 与 ')}：${relation()}`, en: `${both.join(' and ')}: ${relation()}` });
    }
    case 'belowLastResult':
    case 'resultIsTarget':
      return say({
        zh: `目标 ${p('target')}${p('targetUnit')}，上年结果 ${p('result')}${p('resultUnit')}`,
        en: `target ${p('target')}${p('targetUnit')}, last result ${p('result')}${p('resultUnit')}`,
      });
    case 'memberCount':
      return say({
        zh: `“${p('term')}”应有 ${p('printed')} 项，列出 ${p('counted')} 项`,
        en: `“${p('term')}” should have ${p('printed')}, ${p('counted')} are listed`,
      });
    case 'itemCount':
      return say({
        zh: `写明 ${p('printed')} 件，列出 ${p('counted')} 件`,
        en: `${p('printed')} are announced, ${p('counted')} are listed`,
      });
    case 'percentOver':
      return say({ zh: `${p('of')} ${p('value')}%`, en: `${p('of')} ${p('value')}%` });
    case 'dateImpossible':
      return p('words');
  }
}

function ratioText(p: (name: string) => string, say: (words: Words) => string): string {
  const steps: Readonly<Record<string, string>> = {
    row: `${p('actual')}${p('actualUnit')} ÷ ${p('target')}${p('targetUnit')}`,
    share: `${p('first')} ÷ ${p('second')}${p('unit')}`,
    change: `${p('first')} → ${p('second')}${p('unit')}`,
  };
  const computed = Math.round(Number(p('computed')) * 100) / 100;
  const cut = p('truncated') === '1' ? { zh: '（截尾未进位）', en: ' (cut, not rounded)' } : { zh: '', en: '' };
  return say({
    zh: `${steps[p('by')] ?? ''} = ${computed}%，印作 ${p('printed')}%${cut.zh}`,
    en: `${steps[p('by')] ?? ''} = ${computed}%, printed ${p('printed')}%${cut.en}`,
  });
}
