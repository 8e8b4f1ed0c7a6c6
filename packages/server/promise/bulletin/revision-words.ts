import { chineseDate } from '@huying/kit/document';
import { revisedThing } from '../core/in-force.ts';
import type { PromiseBundle, RevisionRecord } from '../core/promise-record.ts';
import type { RevisionFacts } from './facts.ts';
import { plainFigure } from './target-words.ts';

const FIELDS: Readonly<Record<string, string>> = {
  due: '完成时限',
  title: '任务名称',
  deliverable: '完成标准',
  measure: '衡量方式',
  firmness: '约束程度',
  weight: '权重',
  value: '目标值',
  upper: '目标上限',
  base: '基数',
};

/** An approved change as the tables print it: what, from what to what, allowed by whom. */
export function revisionFacts(bundle: PromiseBundle, revision: RevisionRecord): RevisionFacts {
  const { id, what, reason, authority, meeting, document, effectiveFrom } = revision;
  return {
    id,
    what,
    label: labelOf(bundle, what),
    old: valueWords(bundle, what, revision.old),
    new: valueWords(bundle, what, revision.new),
    reason,
    authority,
    meeting,
    document,
    effectiveFrom,
  };
}

function labelOf(bundle: PromiseBundle, what: string): string {
  const thing = revisedThing(what);
  switch (thing?.of) {
    case undefined:
      return what;
    case 'cancelled':
      return '取消';
    case 'promise':
      return FIELDS[thing.field] ?? thing.field;
    case 'indicator': {
      const own = bundle.indicators.find(({ name }) => name === thing.name);
      return `${own?.label ?? thing.name}${FIELDS[thing.field] ?? thing.field}`;
    }
    case 'task': {
      const own = bundle.tasks.find(({ id }) => id === thing.id);
      return `“${own?.title ?? ''}”${FIELDS[thing.field] ?? thing.field}`;
    }
    default:
      return thing satisfies never;
  }
}

function valueWords(bundle: PromiseBundle, what: string, value: unknown): string {
  if (value === null || value === undefined) return '—';
  if (typeof value === 'boolean') return value ? '取消' : '保留';
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? chineseDate(value) : value;
  if (typeof value !== 'number') return JSON.stringify(value);
  const thing = revisedThing(what);
  const own = thing?.of === 'indicator' ? bundle.indicators.find(({ name }) => name === thing.name) : undefined;
  return own === undefined ? String(value) : `${plainFigure(value, own.decimals)}${own.unit}`;
}
