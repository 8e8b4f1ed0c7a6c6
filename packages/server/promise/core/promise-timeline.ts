import type { Words } from '@huying/kit/error';
import { type Field, formatValue, isPersonal } from '@huying/kit/field';
import type { PromiseKind } from '@huying/kit/promise';
import type { Entry, Visibility } from '../../ledger/index.ts';
import { projectEvents } from '../project/event-words.ts';
import { siteEvents } from '../vote/site-events.ts';
import { revisedWords } from './part-view.ts';
import type { PromiseNames } from './promise-names.ts';
import type { PromiseBundle } from './promise-record.ts';
import type { PromiseView } from './promise-view.ts';
import { fieldsOf } from './step.ts';

type Texts = PromiseView['timeline'][number]['texts'];

interface Said {
  readonly asked?: Readonly<Record<string, unknown>>;
  readonly by?: { readonly unit: string } | null;
  readonly revised?: string;
  readonly reason?: unknown;
  readonly words?: unknown;
  readonly answer?: unknown;
  readonly indicator?: unknown;
  readonly value?: unknown;
  readonly asOf?: unknown;
  readonly title?: unknown;
  readonly old?: unknown;
  readonly new?: unknown;
}

/** What is in a promise's ledger besides the steps of its kind. */
const ENTRIES: Readonly<Record<string, Words>> = {
  ...projectEvents,
  ...siteEvents,
  drafted: { zh: '登记', en: 'Drafted' },
  changed: { zh: '修改', en: 'Changed' },
  issued: { zh: '印发', en: 'Issued' },
  duties: { zh: '确定责任分工', en: 'Duties set' },
  sourced: { zh: '对应报告原文', en: 'Found in the report' },
  observed: { zh: '填报指标值', en: 'Value entered' },
  corrected: { zh: '更正指标值', en: 'Value corrected' },
  evidence: { zh: '上传佐证', en: 'Evidence added' },
  verified: { zh: '核查', en: 'Verified' },
  taskReported: { zh: '反馈任务完成', en: 'Task reported done' },
  taskSplit: { zh: '分解任务', en: 'Task split' },
  revisionAsked: { zh: '申请调整', en: 'Revision asked for' },
  revisionApproved: { zh: '批准调整', en: 'Revision approved' },
  revisionRefused: { zh: '不同意调整', en: 'Revision refused' },
  revisionEffective: { zh: '调整生效', en: 'Revision takes effect' },
  objected: { zh: '收到异议', en: 'Objection received' },
  objectionAnswered: { zh: '答复异议', en: 'Objection answered' },
  published: { zh: '公开', en: 'Published' },
  withdrawn: { zh: '撤下', en: 'Taken back from the public' },
  disagrees: { zh: '三种状态不一致', en: 'Statuses contradict one another' },
  raised: { zh: '生成督办事项', en: 'Supervision item opened' },
  warned: { zh: '临期提醒', en: 'Reminded before due' },
  late: { zh: '逾期', en: 'Overdue' },
};

/** One entry of the ledger as a line of the promise's page. */
export function eventView(
  kind: PromiseKind,
  words: Readonly<Record<string, Words>>,
  names: PromiseNames,
  bundle: PromiseBundle,
  zone: string,
  entry: Entry,
): PromiseView['timeline'][number] {
  const said = entry.body as Said;
  const step = kind.steps[entry.what];
  const label =
    step === undefined
      ? (ENTRIES[entry.what] ?? { zh: entry.what, en: entry.what })
      : (words[`promises/${kind.id}/steps/${entry.what}`] ?? { zh: step.label, en: step.label });
  return {
    seq: entry.seq,
    at: new Date(entry.at).toISOString(),
    actor: entry.actor.name === '' ? null : entry.actor.name,
    unit: names.unit(said.by?.unit ?? null)?.name ?? null,
    what: entry.what,
    label,
    texts: step === undefined ? textsOf(bundle, said) : answersOf(kind, words, entry.what, said.asked ?? {}, zone),
    visibility: entry.visibility satisfies Visibility,
  };
}

function answersOf(
  kind: PromiseKind,
  words: Readonly<Record<string, Words>>,
  name: string,
  asked: Readonly<Record<string, unknown>>,
  zone: string,
): Texts {
  const step = kind.steps[name];
  if (step === undefined) return [];
  return Object.entries(fieldsOf(step)).flatMap(([field, declared]) => {
    const value = asked[field];
    if (value === undefined || value === null || isPersonal(declared)) return [];
    const path = `promises/${kind.id}/steps/${name}/${field}`;
    return [
      {
        label: words[path] ?? { zh: declared.label, en: declared.label },
        text: fieldText(path, declared, value, words, zone),
      },
    ];
  });
}

/** A value of a declared field in words of both languages. */
export function fieldText(
  path: string,
  field: Field,
  value: unknown,
  words: Readonly<Record<string, Words>>,
  zone: string,
): Words {
  const option = words[`${path}/${String(value)}`];
  if (field.kind === 'choice' && field.source.from === 'options' && option !== undefined) return option;
  const said = (locale: 'zh' | 'en') => formatValue(field, value, { locale, zone, nameOf: () => undefined });
  return { zh: said('zh'), en: said('en') };
}

function textsOf(bundle: PromiseBundle, said: Said): Texts {
  const texts: Texts = [];
  const say = (zh: string, en: string, value: unknown) => {
    if (typeof value === 'string' && value !== '') texts.push({ label: { zh, en }, text: { zh: value, en: value } });
  };
  if (typeof said.indicator === 'string') {
    const row = bundle.indicators.find(({ name }) => name === said.indicator);
    const value = said.value === undefined || said.value === null ? '' : `${said.value}${row?.unit ?? ''}`;
    const day = typeof said.asOf === 'string' ? said.asOf : '';
    // A look at a value tells the value alone; the day is told where it is known.
    const told = value !== '' && day !== '' ? `${value}（${day}）` : `${value}${day}`;
    say(row?.label ?? said.indicator, row?.label ?? said.indicator, told);
  }
  if (typeof said.revised === 'string') {
    texts.push({ label: { zh: '调整内容', en: 'What' }, text: revisedWords(bundle, said.revised) });
    say('原值', 'Before', shown(said.old));
    say('新值', 'After', shown(said.new));
  }
  say('任务', 'Task', said.title);
  say('说明', 'Words', said.words);
  say('答复', 'Answer', said.answer);
  say('理由', 'Reason', said.reason);
  return texts;
}

function shown(value: unknown): string {
  return value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
}
