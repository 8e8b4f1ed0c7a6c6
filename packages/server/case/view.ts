import { partyWords } from '@huying/kit/access';
import {
  type Bar,
  type Beyond,
  type CaseRecord,
  factsOf,
  followersOf,
  type NextAction,
  nextActions,
  type Value,
  type Values,
} from '@huying/kit/case';
import { minuteOf } from '@huying/kit/clock';
import { askedPath } from '@huying/kit/compile';
import { evaluate } from '@huying/kit/condition';
import type { Words } from '@huying/kit/error';
import { type Field, isPersonal, maskValue, type PlaceValue } from '@huying/kit/field';
import { type Ctx, type Entry, timeline } from '../ledger/index.ts';
import { linksButTo } from '../link/index.ts';
import type { CaseServices } from './case-services.ts';
import { caseLight, clockViews } from './clock-views.ts';
import { dutyFor } from './duty-list.ts';
import { handledBy } from './handled-by.ts';
import type { Typed } from './keep.ts';
import { type Names, namesFor } from './names.ts';
import { standsIn } from './parties.ts';
import { openValues } from './sealing.ts';
import type { ActionView, CaseView, TimelineView } from './view-schema.ts';
import type { World } from './world.ts';

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());

/** A case as its page shows it to this reader: personal fields masked, the caller hidden from whoever must not see them. */
export async function viewOf(
  ctx: Ctx,
  services: CaseServices,
  world: World,
  typed: Typed,
  record: CaseRecord,
): Promise<CaseView> {
  const { type, words } = typed;
  const say = (path: string, otherwise: string): Words =>
    words[`${type.id}/${path}`] ?? { zh: otherwise, en: otherwise };
  const entries = await timeline(ctx, record.id, { for: 'internal' });
  const names = namesFor('staff', world);
  const hidden = hiddenFields(typed, record, world);
  const owner = type.owner[record.state];
  const light = caseLight(typed, record, world);
  const clocks = clockViews(typed, record, world);
  return {
    id: record.id,
    number: record.number,
    type: { id: type.id, label: words[type.id] ?? { zh: type.name, en: type.name } },
    definition: record.definition,
    version: record.version,
    title: String(record.data[type.roles.title] ?? ''),
    state: { id: record.state, label: say(`states/${record.state}`, record.state) },
    result:
      record.result === null ? null : { id: record.result, label: say(`results/${record.result}`, record.result) },
    round: record.round,
    openedAt: new Date(record.openedAt).toISOString(),
    closedAt: iso(record.closedAt),
    heldUntil: iso(record.heldUntil),
    unit: record.unit === null ? null : { id: record.unit, name: names.unit(record.unit) ?? { zh: '', en: '' } },
    handler: record.handler === null ? null : { post: record.handler, name: names.person(record.handler) ?? '' },
    owner:
      owner === undefined
        ? null
        : partyWords(owner, (id) => services.product.words[`roles/${id}`] ?? { zh: id, en: id }),
    place: placeOf(record.data[type.roles.place], record, world, names),
    light,
    due: clocks.find((clock) => clock.citizens)?.due ?? null,
    fields: await fieldViews(ctx, services, typed, record, hidden, names),
    clocks,
    actions: nextActions(type, record, { ...world.context, handledBy: handledBy(type, record, entries, world) }).map(
      (next) => actionView(typed, record, next, world),
    ),
    requests: Object.entries(record.requests).map(([name, request]) => ({
      name,
      label: say(`requests/${name}`, name),
      at: new Date(request.at).toISOString(),
      by: names.person(request.by),
      texts: textsOf(typed, openerOf(typed, name), request.asked, names, hidden),
    })),
    parts: record.parts.map((part) => ({
      ...part,
      unit: names.unit(part.unit) ?? { zh: '', en: '' },
      askedAt: new Date(part.askedAt).toISOString(),
      answeredAt: iso(part.answeredAt),
    })),
    links: (await linksButTo(ctx, 'merged', record.id)).map(({ kind, from, to }) => {
      const isFrom = from.id === record.id;
      const other = isFrom ? to : from;
      return { kind, of: other.kind, id: other.id, to: isFrom ? 'to' : 'from' };
    }),
    followers: followersOf(type, record),
    timeline: entries.map((entry) => timelineView(typed, entry, names, hidden)),
  };
}

/** Fields this reader must not see at all: of the caller, when the reader is of the unit complained of or handles a report. */
export function hiddenFields({ type }: Typed, record: CaseRecord, world: World): ReadonlySet<string> {
  const facts = factsOf(record, world.context);
  const hidden = new Set<string>();
  for (const rule of type.conceals ?? []) {
    if (rule.when !== undefined && evaluate(rule.when, facts) !== true) continue;
    const complained = type.roles.complainedUnit === undefined ? null : record.data[type.roles.complainedUnit];
    const ownQueue = world.post !== undefined && record.involved.some((unit) => standsIn(world.post, unit, world));
    if (rule.from === 'complainedUnit' ? standsIn(world.post, complained, world) : ownQueue) {
      for (const field of rule.fields) hidden.add(field);
    }
  }
  return hidden;
}

async function fieldViews(
  ctx: Ctx,
  services: CaseServices,
  { type, words }: Typed,
  record: CaseRecord,
  hidden: ReadonlySet<string>,
  names: Names,
): Promise<CaseView['fields']> {
  const shown = Object.entries(type.fields).filter(([name]) => record.data[name] !== undefined && !hidden.has(name));
  const personal = shown.filter(([, field]) => isPersonal(field)).map(([name]) => name);
  const opened = await openValues(
    ctx,
    services,
    record.id,
    personal.map((name) => record.data[name]),
  );
  return shown.map(([name, field]) => {
    const masked = isPersonal(field);
    const stored = record.data[name];
    const value = masked ? maskValue(field, (opened[personal.indexOf(name)] ?? null) as never) : (stored ?? null);
    return {
      name,
      label: words[`${type.id}/fields/${name}`] ?? { zh: field.label, en: field.label },
      kind: field.kind,
      value,
      shown: masked
        ? null
        : (optionWords(`${type.id}/fields/${name}`, field, stored, words) ?? names.value(field, stored)),
      masked,
    };
  });
}

/** The words of an option written in the declaration; null for every other value. */
function optionWords(
  path: string,
  field: Field,
  value: Value | undefined,
  words: Readonly<Record<string, Words>>,
): Words | null {
  if (field.kind !== 'choice' || field.source.from !== 'options') return null;
  return words[`${path}/${String(value)}`] ?? null;
}

function placeOf(value: Value | undefined, record: CaseRecord, world: World, names: Names): CaseView['place'] {
  if (value === null || value === undefined || typeof value !== 'object') return null;
  const place = value as unknown as PlaceValue;
  const reading = record.area === null ? undefined : world.registry.last('area', record.area, world.context.now);
  const codes = (reading?.path ?? '').split('/').filter((code) => code !== '');
  const near =
    place.point === null
      ? []
      : world.registry
          .areas(world.context.now)
          .nearBorder(place.point.longitude, place.point.latitude, Number(world.parameter('base.borderMetres')));
  const labelled = (code: string) => ({ code, label: names.area(code) ?? { zh: code, en: code } });
  return {
    address: place.address,
    areas: codes.map(labelled),
    longitude: place.point?.longitude ?? null,
    latitude: place.point?.latitude ?? null,
    bordering: near.map(labelled),
  };
}

function actionView({ type, words }: Typed, record: CaseRecord, next: NextAction, world: World): ActionView {
  const { name, action, bar } = next;
  const path = `${type.id}/actions/${name}`;
  const duty =
    bar === null && action.effects?.some(({ do: deed }) => deed === 'dispatch') ? dutyFor(record, world) : null;
  return {
    name,
    label: words[path] ?? { zh: action.label, en: action.label },
    allowed: bar === null,
    reason: bar === null ? null : barWords(bar, path, words, world),
    primary: action.primary === true,
    asks: Object.entries(action.ask ?? {}).map(([asked, field]) => {
      const at = askedPath(type, name, asked, field);
      return {
        name: asked,
        label: words[at] ?? { zh: field.label, en: field.label },
        field,
        options: optionsOf(at, field, words),
      };
    }),
    suggested: {
      ...prefilled(record, action.ask ?? {}),
      ...(duty === null ? {} : { unit: duty.lead, dispatchReason: `${duty.basis}（职责目录 ${duty.rule}）` }),
    },
    because: duty === null ? null : duty.rule,
  };
}

/** Why an action is barred, as its button says it. */
function barWords(bar: Bar, path: string, words: Typed['words'], world: World): Words {
  switch (bar.bar) {
    case 'guard':
      return words[`${path}/guards/${bar.name}`] ?? { zh: bar.because, en: bar.because };
    case 'count':
      return { zh: `最多 ${bar.most} 次，已经用完`, en: `at most ${bar.most} time(s), used up` };
    case 'followed':
      return {
        zh: `本单是 ${bar.followers} 件工单的主件，不能再并入别的工单；可以反过来把另一件并入本单`,
        en: `this is the main case of ${bar.followers} other(s) and follows none itself; merge the other one into this one instead`,
      };
    case 'outer':
      return beyondWords(bar, world);
    case 'ownWork':
      return OWN_WORK;
    case 'state':
    case 'party':
      return { zh: '现在不能办理', en: 'not possible now' };
    default:
      return bar satisfies never;
  }
}

function beyondWords({ due, outer }: Beyond, { calendar }: World): Words {
  const [later, latest] = [minuteOf(calendar, due), minuteOf(calendar, outer)];
  return {
    zh: `延期后应于 ${later} 前办结，超过市平台时限 ${latest}；须市平台先同意延期`,
    en: `extended, it would be due at ${later}, past the city’s deadline at ${latest}; the city must agree first`,
  };
}

const OWN_WORK: Words = {
  zh: '您在承办单位另有岗位（含代班），或办理过这件工单，须由其他人办理',
  en: 'you hold or stand in for a post in the handling unit, or handled this case: it is for another person',
};

/** What the case already knows under the name of a question that the form may correct. */
function prefilled(record: CaseRecord, ask: Readonly<Record<string, Field>>): Record<string, unknown> {
  const known = Object.entries(ask).filter(([name, field]) => {
    const value = record.data[name];
    // A unit is proposed until one has the case; who has it is not who gets it next.
    const mayName = name !== 'unit' || record.unit === null;
    return value !== undefined && !isPersonal(field) && ['choice', 'place'].includes(field.kind) && mayName;
  });
  return Object.fromEntries(known.map(([name]) => [name, record.data[name]]));
}

function optionsOf(path: string, field: Field, words: Readonly<Record<string, Words>>) {
  if ((field.kind !== 'choice' && field.kind !== 'choices') || field.source.from !== 'options') return [];
  return Object.entries(field.source.options).map(([code, zh]) => ({
    code,
    label: words[`${path}/${code}`] ?? { zh, en: zh },
  }));
}

/** The action that opens an application, whose form its values answered. */
function openerOf({ type }: Typed, request: string): string {
  const opener = Object.entries(type.actions).find(([, action]) =>
    action.effects?.some((effect) => effect.do === 'open' && effect.request === request),
  );
  return opener?.[0] ?? request;
}

interface StepBody {
  readonly asked?: Values;
  readonly by?: { readonly unit: string } | null;
  readonly clock?: string;
  readonly does?: string;
  readonly label?: Words;
}

/** One entry of the ledger as a line of the timeline. */
export function timelineView(typed: Typed, entry: Entry, names: Names, hidden: ReadonlySet<string>): TimelineView {
  const { type, words } = typed;
  const body = entry.body as StepBody;
  const asked = body.asked ?? {};
  const files = Object.entries(asked).flatMap(([name, value]) =>
    fieldAsked(typed, entry.what, name)?.kind === 'photos' && Array.isArray(value) ? (value as string[]) : [],
  );
  return {
    seq: entry.seq,
    at: new Date(entry.at).toISOString(),
    actor: entry.actor.name,
    unit: body.by === null || body.by === undefined ? null : names.unit(body.by.unit),
    what: entry.what,
    label: labelOf(typed, entry.what, body),
    texts: entry.what === 'open' ? [] : textsOf(typed, entry.what, asked, names, hidden),
    files,
    visibility: entry.visibility,
  };

  function labelOf({ type: { id } }: Typed, what: string, { clock, does, label }: StepBody): Words {
    // Entries that a platform's message made bring their own words along.
    if (label !== undefined) return label;
    if (what !== 'rung') return words[`${id}/actions/${what}`] ?? ENTRY_WORDS[what] ?? { zh: what, en: what };
    const deed = RUNG_WORDS[does ?? ''] ?? RUNG_WORDS.warn;
    const of = words[`${type.id}/${clock?.startsWith('part:') ? 'partClock' : `clocks/${clock}`}`];
    return { zh: `${deed?.zh}：${of?.zh ?? clock}`, en: `${deed?.en}: ${of?.en ?? clock}` };
  }
}

/** What is in a case's ledger besides its actions and the rungs of its clocks. */
const ENTRY_WORDS: Readonly<Record<string, Words>> = {
  open: { zh: '登记', en: 'Opened' },
  unmask: { zh: '查看个人信息原文', en: 'Personal field read whole' },
  raised: { zh: '目标任务逾期或自报与佐证不符，转入督查', en: 'Raised by a promise' },
  mainReopened: { zh: '主件已重新打开', en: 'The main case was reopened' },
  reproject: { zh: '日历调整，时限重新推算', en: 'Calendar edited, due times reckoned anew' },
};

const RUNG_WORDS: Readonly<Record<string, Words>> = {
  warn: { zh: '临期提醒', en: 'Warning' },
  urge: { zh: '超时催办', en: 'Overdue, urged' },
  escalate: { zh: '超时升级', en: 'Overdue, escalated' },
  circulate: { zh: '超时通报', en: 'Overdue, circulated' },
};

function fieldAsked({ type }: Typed, action: string, name: string): Field | undefined {
  return type.actions[action]?.ask?.[name] ?? type.fields[name];
}

/** What a step said, question by question, in words. */
export function textsOf(
  typed: Typed,
  action: string,
  asked: Values,
  names: Names,
  hidden: ReadonlySet<string>,
): { label: Words; text: Words }[] {
  const { type, words } = typed;
  // The ledger keeps its rows in an order of its own; people read answers in the order they were asked.
  const order = Object.keys(type.actions[action]?.ask ?? {});
  const inOrder = Object.keys(asked).sort((a, b) => order.indexOf(a) - order.indexOf(b));
  return inOrder.flatMap((name) => {
    const value = asked[name] ?? null;
    const field = fieldAsked(typed, action, name);
    if (field === undefined || hidden.has(name) || field.kind === 'photos' || field.kind === 'files') return [];
    const path = askedPath(type, action, name, field);
    const text = optionWords(path, field, value, words) ?? names.value(field, value);
    return [{ label: words[path] ?? { zh: field.label, en: field.label }, text }];
  });
}
