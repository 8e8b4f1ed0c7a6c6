import type { CompletionRow } from '../report.ts';

type Status = NonNullable<CompletionRow['status']>;

/**
 * Words of status, the ones that could be mistaken for another first: 未按期完成 is no 完成, 基本完成 no 完成 either, and
 * work that goes to plan (按计划推进) is on schedule, which is not done.
 */
const rules: readonly (readonly [Status, RegExp])[] = [
  [
    'notDone',
    /未(?:能|按期|如期|按时|全面|全部|完全|开工|启动|实施|达标|达到|达|完成)|没有完成|不达标|滞后|暂缓|取消|终止|停工/,
  ],
  ['exceeded', /超额|超(?:目标|计划|任务|指标|预期|年度|全年)|超[^，。；]{0,8}完成|提前超/],
  ['basicallyDone', /(?:基本|大体)(?:上)?(?:已)?(?:完成|建成|完工|办结|达到|实现)/],
  [
    'onSchedule',
    /(?:按|依)(?:照)?(?:年度|既定|原定|时序|序时|工程|计划|进度|节点|期|时间|时)+[^，。；]{0,6}(?:推进|实施|进行|开展|建设)|(?:符合|达到|完成|超)(?:序时|时序|计划)进度|序时推进|进展顺利/,
  ],
  ['underway', /部分完成|推进|正在|实施中|进行中|建设中|施工中|办理中|在建|抓紧|持续开展|进场施工|筹备/],
  [
    'done',
    /(?:已|全部|全面|圆满|如期|按期|按时|顺利|提前|均)*(?:完成|办结|办理完毕|落实|建成|完工|竣工|达标|投入使用|实现)|^100%$|^(?:达到|√|是)/,
  ],
];

/** Reads a cell that holds nothing but a status. */
export function statusIn(words: string): Status | undefined {
  const text = words.slice(0, 200).replaceAll(/\s/g, '');
  const percent = /^完成(?:率|进度|比例)?[:：]?(\d+(?:\.\d+)?)[%％]$/.exec(text)?.[1];
  if (percent !== undefined) return Number(percent) > 100 ? 'exceeded' : Number(percent) === 100 ? 'done' : 'underway';
  return rules.find(([, words]) => words.test(text))?.[0];
}

/** The clause with which a result begins when it states a status: 超额完成年度目标任务。已完成。 */
const opening =
  /^(?:(?:截至|截止)[^，,。]{2,14}[，,]|目前[，,]?|该?(?:项目|事项|工作)?(?:现)?)?((?:已|均|全部|全面|圆满|如期|按期|按时|顺利|提前|基本|尚|未|能|没有|超额|超)*(?:完成|办结|达标)(?:了|全部|全年|年度|年初|既定|预定|本年度|各项|的|目标|任务|计划|指标|工作|目标值)*|(?:按|依)(?:照)?(?:年度|既定|时序|序时|工程|计划|进度|节点|期|时间|时)+(?:有序|稳步|顺利|加快)?(?:推进|实施|进行)(?:中)?|(?:正在|有序|持续|加快|稳步|抓紧)(?:有序|稳步|加快)?(?:推进|实施|建设|办理)(?:中)?|(?:推进|实施|进行|建设)中)(?=[。，,；;：:\s（(]|$)/;

/** The status sentence with which a result begins, and where it ends; undefined where the result begins with the matter itself. */
export function statusAhead(words: string): { readonly status: Status; readonly text: string } | undefined {
  const text = opening.exec(words.slice(0, 60))?.[1];
  const status = text === undefined ? undefined : statusIn(text);
  return text === undefined || status === undefined ? undefined : { status, text };
}
