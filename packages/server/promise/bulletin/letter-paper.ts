import { type Block, chineseDate, column, documentOf, heading, paragraph, tableOf, text } from '@huying/kit/document';
import type { PromiseFacts } from './facts.ts';
import {
  dateWords,
  extraParagraphs,
  mainIndicator,
  type Paper,
  type PaperInput,
  percentCell,
  plainRow,
  pointsCell,
  promiseGround,
  sourceCell,
  valueGround,
  valueWords,
} from './paper.ts';

/** 督办函 where something of the unit is red, 提醒函 where it is yellow at most: a draft, until a person signs it. */
export function letterPaper(input: PaperInput): Paper {
  const { facts, unit, offices } = input;
  const own = facts.promises.filter(({ lead }) => lead !== null && lead.id === unit?.id);
  const red = own.filter(({ light }) => light === 'red');
  const yellow = own.filter(({ light }) => light === 'yellow' || light === 'orange');
  const name = red.length > 0 ? '督办函' : '提醒函';
  const body: readonly Block[] = [
    paragraph(
      `截至${chineseDate(facts.asOf)}，你单位牵头的${facts.year}年政府工作报告目标任务中，红灯${red.length}项、黄灯${yellow.length}项。现将有关事项${red.length > 0 ? '督办' : '提醒'}如下：`,
    ),
    ...(red.length === 0 ? [] : [heading(1, '红灯事项'), table('red', red)]),
    ...(yellow.length === 0 ? [] : [heading(1, '黄灯事项'), table('yellow', yellow)]),
    paragraph(
      '请逐项查明原因，明确下步措施、完成时限和责任人，按序时进度推进，并按要求书面反馈；确需调整的，应在到期前按程序报批。',
    ),
    ...extraParagraphs(input.words),
  ];
  return {
    document: documentOf(`关于${facts.year}年目标任务进展滞后事项的${name}`, {
      head: { form: 'letter', issuer: offices.letters, office: null, day: null },
      recipients: unit === null ? [] : [unit.name],
      body,
      signature: { unit: offices.letters, day: facts.asOf },
      draft: true,
    }),
    claims: [],
  };
}

function table(id: string, promises: readonly PromiseFacts[]): Block {
  const columns = [
    column('no', '序号', 7, 'center'),
    column('words', '目标任务原文（页）', 25),
    column('target', '目标', 11, 'center'),
    column('value', '完成', 11, 'center'),
    column('p', '完成率', 10, 'right'),
    column('delta', '差（点）', 9, 'right'),
    column('due', '时限', 15, 'center'),
    column('rule', '亮灯依据', 20),
  ];
  const rows = promises.map((promise, at) => {
    const main = mainIndicator(promise);
    const from = promiseGround(promise);
    const grounds = valueGround(promise, main);
    return plainRow(
      promise.id,
      text(String(at + 1), from),
      sourceCell(promise),
      text(main?.target ?? '按节点推进', from),
      text(valueWords(main), ...grounds),
      percentCell(promise.p, ...grounds),
      pointsCell(promise.delta, ...grounds),
      text(dateWords(promise.due), from),
      text(promise.lightWords ?? '', from),
    );
  });
  return tableOf(id, columns, rows);
}
