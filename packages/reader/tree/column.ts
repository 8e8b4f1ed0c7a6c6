/** What a column of a table of items or of their completion holds. */
export type Column = 'no' | 'domain' | 'name' | 'target' | 'content' | 'result' | 'status' | 'percent' | 'aside';

const words: readonly (readonly [Column, string])[] = [
  ['no', '序号|编号|项次'],
  ['domain', '民生领域|所属领域|实施领域|领域|项目类别|民生类别|类别|类型|分类'],
  [
    'aside',
    '责任单位|牵头单位|主办单位|实施单位|责任部门|牵头部门|配合单位|负责单位|承办单位|实施主体|分管领导|责任领导|责任人|完成时限|完成时间|计划完成时间|时限|时间|资金来源|投资额|总投资|备注',
  ],
  ['percent', '占全年计划比例|占全年计划|占年度计划|占计划|完成比例|完成率|完成进度|完成百分比|比例'],
  [
    'result',
    '落实情况|完成情况|进展情况|办理情况|实施情况|推进情况|执行情况|工作进展|完成结果|实际完成数|实际完成|完成数量|完成数|完成量|目前进展|进展|结果|成效',
  ],
  ['status', '完成状态|状态|是否完成'],
  [
    'target',
    '年度目标任务|全年目标任务|年度工作目标|全年工作目标|年度目标|全年目标|目标任务|工作目标|目标值|目标|年度计划|全年计划|计划数|计划|任务要求|工作任务|年度任务',
  ],
  [
    'content',
    '项目具体内容|具体内容|主要内容|建设内容|工作内容|实施内容|项目内容|任务内容|实事内容|具体措施|具体事项|具体任务|主要任务|内容|任务|举措',
  ],
  [
    'name',
    '民生实事项目名称|实事项目名称|实事项目|民生实事|实事名称|项目名称|事项名称|任务名称|工作事项|项目|事项|名称|实事',
  ],
];
const columnOf = new Map(words.flatMap(([column, list]) => list.split('|').map((word) => [word, column] as const)));
const token = new RegExp([...columnOf.keys()].sort((a, b) => b.length - a.length).join('|'), 'y');

/** The columns that header words name, run together or with blanks between; undefined where anything else stands there. */
export function columnsIn(header: string): Column[] | undefined {
  const found: Column[] = [];
  const text = header.replace(/[\s|（）()]|单位：.{0,6}/g, '');
  let at = 0;
  while (at < text.length) {
    token.lastIndex = at;
    const word = token.exec(text)?.[0];
    if (word === undefined) return undefined;
    found.push(columnOf.get(word) ?? 'aside');
    at += word.length;
  }
  return found.length === 0 ? undefined : found;
}

const headWord = new RegExp(`\\s*(?:${[token.source, '民生'].join('|')})`, 'y');

/** Length of the header words that `text` begins with, run together or with blanks between; 0 below two of them. */
export function headerLength(text: string): number {
  let at = 0;
  for (let count = 0; ; count += 1) {
    headWord.lastIndex = at;
    const word = headWord.exec(text)?.[0];
    if (word === undefined) return count >= 2 ? at : 0;
    at += word.length;
  }
}
