import type { Modality } from '../report.ts';

/** Strongest first: a clause that both aims and strives (力争…，竭尽全力冲刺…) is read clause by clause, so order matters only inside one. */
const CUES: readonly (readonly [Modality, RegExp])[] = [
  ['propose', /建议(?=[^。;；]{0,40}目标)/],
  ['strive', /竭尽全力|竭力|全力冲刺|冲刺|奋力(?=冲|争|向)|拼尽全力/],
  ['must', /确保|必须|务必|坚决(?=守住|完成|打赢|遏制)|不得(?!不)|决不/],
  ['aim', /力争|争取(?!上级|国家|更多|到位)|力促|努力(?=实现|达到|完成|使)/],
  ['estimate', /预计|预测|估计/],
  [
    'plan',
    /计划(?=今年|全年|年内|于|新|总?投资|完成|建|引进|开工|开展|实施|用|在|推|培|打|启|安排|到)|拟(?=投|建|新|开|在|于|引|安|对)|安排(?=资金|财政|专项|\d|预算|实施|建设|项目)|预期(?=目标|增长)/,
  ],
];
const EXPLORING =
  /^(?:[一-龥“”"]{0,6}[,，])?(?:积极|稳妥|稳步|有序|大力|鼓励|着力|深入|全力|加快)?(?:探索|推动|推进|鼓励|引导|支持|研究)/;

/** How firmly the words bind the speaker: read from a sentence, or from the clause of one number. */
export function modalityOf(text: string): Modality {
  for (const [modality, cue] of CUES) if (cue.test(text)) return modality;
  return EXPLORING.test(text) ? 'explore' : 'plain';
}
