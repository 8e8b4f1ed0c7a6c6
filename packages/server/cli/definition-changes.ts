import type { Definition } from '@huying/kit/compile';
import type { Words } from '@huying/kit/error';

/** One difference between two forms of a case type: where, and what in words. */
export interface DefinitionChange {
  readonly path: string;
  readonly words: Words;
}

const sections: Readonly<Record<string, Words>> = {
  fields: { zh: '字段', en: 'Field' },
  states: { zh: '状态', en: 'State' },
  results: { zh: '办理结果', en: 'Result' },
  actions: { zh: '操作', en: 'Action' },
  clocks: { zh: '时钟', en: 'Clock' },
  requests: { zh: '申请', en: 'Request' },
};

/** What the parts of a declaration are called. */
const parts: Readonly<Record<string, Words>> = {
  label: { zh: '名称', en: 'label' },
  in: { zh: '所在状态', en: 'states it is in' },
  to: { zh: '去向', en: 'next state' },
  by: { zh: '办理人', en: 'who may' },
  ask: { zh: '表单', en: 'form' },
  guards: { zh: '限制条件', en: 'guards' },
  effects: { zh: '效果', en: 'effects' },
  atMost: { zh: '次数上限', en: 'limit of times' },
  tells: { zh: '告知对象', en: 'who is told' },
  informs: { zh: '告知来电人', en: 'message to the caller' },
  sends: { zh: '发往市平台', en: 'message to the city' },
  limit: { zh: '时限', en: 'limit' },
  rungs: { zh: '档', en: 'rungs' },
  runs: { zh: '计时状态', en: 'states it runs in' },
  pauses: { zh: '暂停状态', en: 'states it rests in' },
  owner: { zh: '责任人', en: 'owner' },
  public: { zh: '公开文字', en: 'public text' },
};

/** How two forms of a case type differ: what came, what went, what reads otherwise. */
export function definitionChanges(before: Definition, after: Definition): DefinitionChange[] {
  const [old, now] = [plain(before.type), plain(after.type)];
  const changes: DefinitionChange[] = [];
  for (const [section, kind] of Object.entries(sections)) {
    const [had, has] = [plain(old[section]), plain(now[section])];
    for (const name of new Set([...Object.keys(had), ...Object.keys(has)])) {
      const path = `${section}/${name}`;
      const label = labelOf(after, before, path, name);
      if (!(name in had)) changes.push({ path, words: said(kind, label, '新增', 'is new') });
      else if (!(name in has)) changes.push({ path, words: said(kind, label, '取消', 'is gone') });
      else changes.push(...inside(path, kind, label, had[name], has[name]));
    }
  }
  const rest = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((name) => !(name in sections));
  for (const name of rest)
    changes.push(...inside(name, { zh: '类型', en: 'Type' }, { zh: name, en: name }, old[name], now[name]));
  return [...changes, ...translations(before, after)];
}

function inside(path: string, kind: Words, label: Words, old: unknown, now: unknown): DefinitionChange[] {
  return leaves(old, now, '').map(({ at, from, to }) => {
    const [part = '', ...rest] = at.split('/').slice(1);
    const { zh: partZh, en: partEn } = parts[part] ?? { zh: ` ${part} `, en: part };
    const below = rest.length === 0 ? '' : ` ${rest.join('/')} `;
    const zh = `${part === '' ? '' : `的${partZh}${below}`}由 ${short(from, '无')} 改为 ${short(to, '无')}`;
    const en = `${part === '' ? '' : `${partEn}${below.trimEnd()} `}was ${short(from, 'absent')}, is now ${short(to, 'absent')}`;
    return { path: `${path}${at}`, words: said(kind, label, zh, en) };
  });
}

interface Leaf {
  readonly at: string;
  readonly from: unknown;
  readonly to: unknown;
}

function leaves(old: unknown, now: unknown, at: string): Leaf[] {
  if (JSON.stringify(old) === JSON.stringify(now)) return [];
  if (!isPlain(old) || !isPlain(now)) return [{ at, from: old, to: now }];
  const names = new Set([...Object.keys(old), ...Object.keys(now)]);
  return [...names].flatMap((name) => leaves(old[name], now[name], `${at}/${name}`));
}

/** Texts whose English alone changed; Chinese ones stand in the declaration and were told there. */
function translations(before: Definition, after: Definition): DefinitionChange[] {
  return Object.entries(after.words).flatMap(([path, words]) => {
    const old = before.words[path];
    if (old === undefined || old.en === words.en) return [];
    const zh = `“${words.zh}”的英文由 “${old.en}” 改为 “${words.en}”`;
    return [
      { path: `words/${path}`, words: { zh, en: `The English of ${words.zh} was "${old.en}", is now "${words.en}"` } },
    ];
  });
}

function said(kind: Words, label: Words, zh: string, en: string): Words {
  return { zh: `${kind.zh}“${label.zh}”${zh}`, en: `${kind.en} "${label.en}" ${en}` };
}

function labelOf(after: Definition, before: Definition, path: string, name: string): Words {
  return after.words[`${after.id}/${path}`] ?? before.words[`${before.id}/${path}`] ?? { zh: name, en: name };
}

function short(value: unknown, none: string): string {
  if (value === undefined) return none;
  const text = JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 117)}…` : text;
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function plain(value: unknown): Readonly<Record<string, unknown>> {
  return isPlain(value) ? value : {};
}
