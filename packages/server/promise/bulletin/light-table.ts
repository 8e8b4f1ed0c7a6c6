import { type Block, type Column, column, type Row, tableOf, text } from '@huying/kit/document';
import type { Day, Light } from '@huying/kit/promise';
import type { PromiseFacts } from './facts.ts';
import {
  dateWords,
  mainIndicator,
  type PaperInput,
  percentCell,
  plainRow,
  pointsCell,
  promiseGround,
  sourceCell,
  units,
  valueGround,
  valueWords,
} from './paper.ts';
import { EVIDENCE, lightWord, SCHEDULE } from './status-words.ts';

const columns: readonly Column[] = [
  column('no', '序号', 4.6, 'center'),
  column('words', '目标任务原文（页）', 20),
  column('lead', '牵头单位', 8, 'center'),
  column('assisting', '配合单位', 8),
  column('target', '目标', 7, 'center'),
  column('value', '完成', 7, 'center'),
  column('p', '完成率', 6.5, 'right'),
  column('e', '应达', 6.5, 'right'),
  column('delta', '差（点）', 6, 'right'),
  column('rule', '亮灯依据', 17),
  column('reason', '原因', 11),
  column('next', '下步与时限', 12),
  column('before', '上期灯', 5, 'center'),
];

/** Items of one colour, one by one. */
export function lightTable(input: PaperInput, id: string, promises: readonly PromiseFacts[]): Block {
  const [last] = input.before;
  const rows = promises.map((promise, at): Row => {
    const main = mainIndicator(promise);
    const grounds = valueGround(promise, main);
    const own = input.words.reasons[promise.id];
    const before = last === undefined ? undefined : last.lights[promise.id];
    const from = promiseGround(promise);
    const blocker = promise.blocker;
    return plainRow(
      promise.id,
      text(String(at + 1), from),
      sourceCell(promise),
      text(promise.lead?.name ?? '—', from),
      text(units(promise), from),
      text(
        main?.target ?? '按节点推进',
        ...(main === undefined ? [from] : [{ kind: 'indicator' as const, id: main.name, of: promise.id }]),
      ),
      text(valueWords(main), ...grounds),
      percentCell(promise.p, ...grounds),
      percentCell(promise.e, from),
      pointsCell(promise.delta, ...grounds),
      text(promise.lightWords ?? '—', from),
      text(own?.reason ?? blocker?.words ?? '', from),
      text(own?.next ?? nextWords(promise, input.facts.asOf), from),
      text(before === undefined ? '—' : lightWord({ light: before as Light | null }), from),
    );
  });
  return tableOf(id, columns, rows, { wide: true, caption: null });
}

function nextWords({ blocker, next }: PromiseFacts, asOf: Day): string {
  if (blocker !== null) return `${dateWords(blocker.due)}前解决`;
  if (next === null) return '';
  if (next.due === null) return next.words;
  return next.due < asOf
    ? `${next.words}（原定${dateWords(next.due)}，已逾期）`
    : `${dateWords(next.due)}前：${next.words}`;
}

const allColumns: readonly Column[] = [
  column('no', '序号', 4.6, 'center'),
  // Numbers as XM-20270101-000012 stand on one line.
  column('number', '编号', 20.5, 'center'),
  column('words', '目标任务原文（页）', 19),
  column('lead', '牵头单位', 9, 'center'),
  column('target', '目标', 8, 'center'),
  column('value', '完成', 8, 'center'),
  column('p', '完成率', 6.5, 'right'),
  column('e', '应达', 6.5, 'right'),
  column('delta', '差（点）', 6, 'right'),
  column('official', '自报', 7, 'center', '三种状态'),
  column('evidence', '佐证', 5, 'center', '三种状态'),
  column('schedule', '时限', 7, 'center', '三种状态'),
  column('light', '灯', 6.4, 'center'),
];

/** Every promise, in the order of its number. */
export function allTable(promises: readonly PromiseFacts[], id: string, notes: readonly string[]): Block {
  const rows = promises.map((promise, at): Row => {
    const main = mainIndicator(promise);
    const grounds = valueGround(promise, main);
    const from = promiseGround(promise);
    return plainRow(
      promise.id,
      text(String(at + 1), from),
      text(promise.number, from),
      sourceCell(promise),
      text(promise.lead?.name ?? '—', from),
      text(main?.target ?? '按节点推进', from),
      text(valueWords(main), ...grounds),
      percentCell(promise.p, ...grounds),
      percentCell(promise.e, from),
      pointsCell(promise.delta, ...grounds),
      text(sayingOf(promise), from),
      text(EVIDENCE[promise.evidence], from),
      text(SCHEDULE[promise.schedule], from),
      text(promise.official === 'cancelled' ? '取消' : lightWord(promise), from),
    );
  });
  return tableOf(id, allColumns, rows, { wide: true, notes });
}

/** What the unit says; said to be done without enough evidence, it waits to be verified. */
export function sayingOf({
  official,
  evidence,
  saying,
}: Pick<PromiseFacts, 'official' | 'evidence' | 'saying'>): string {
  return official === 'done' && evidence !== 'full' ? '待核实' : saying;
}
