import { HuyingError } from '@huying/kit/error';
import { Type } from 'typebox';
import { defineOperation } from '../../ledger/index.ts';
import { closed, uuidSchema } from '../core/promise-draft.ts';
import type { PromiseServices } from '../core/promise-services.ts';
import { corrected } from './item-draft.ts';
import { type ItemRecord, insertItems, lastItemNo } from './report.store.ts';
import { correctionSchema, decidedSchema, noSchema, type ProposedView } from './report-schema.ts';
import { answerOf, decide, openDesk, openItem } from './review.ts';

const seenSchema = { no: noSchema, version: Type.Optional(Type.Integer({ minimum: 1 })) };
const partSchema = Type.Object(
  {
    corrections: correctionSchema,
    /** The sentences it rests on, of those of the item; all where left out. */
    clauses: Type.Optional(Type.Array(noSchema, { minItems: 1, maxItems: 200 })),
  },
  closed,
);

/** Splits an item into several, each to be decided on its own; the whole stays on record. */
export function splitItemOperation(services: PromiseServices) {
  return defineOperation({
    name: 'report.split',
    summary: { zh: '拆分审核项', en: 'Split an item' },
    input: Type.Object(
      { report: uuidSchema, ...seenSchema, parts: Type.Array(partSchema, { minItems: 2, maxItems: 20 }) },
      closed,
    ),
    output: decidedSchema,
    async run(ctx, { report, parts, ...seen }) {
      const desk = await openDesk(ctx, services, report);
      const item = await openItem(ctx, desk, seen, 'open');
      const last = await lastItemNo(ctx.tx, ctx.tenant, report);
      const made = parts.map(({ corrections, clauses = item.clauses }, index): ItemRecord => {
        if (clauses.some((clause) => !item.clauses.includes(clause))) throw new HuyingError('report.partClauses');
        const bare = { ...item.proposed, deliverable: null, measure: null, indicators: [], tasks: [] };
        return openPart(last + 1 + index, clauses, corrected(bare, corrections), [item.no], item.doubt);
      });
      await insertItems(ctx.tx, ctx.tenant, report, made);
      await decide(ctx, desk, item, { decision: 'split' }, { into: made.map(({ no }) => no) });
      return answerOf(
        ctx,
        desk,
        item.no,
        made.map(({ no }) => no),
      );
    },
  });
}

/** Merges several items into one that rests on all their sentences, to be decided as one; the parts stay on record. */
export function mergeItemsOperation(services: PromiseServices) {
  return defineOperation({
    name: 'report.merge',
    summary: { zh: '合并审核项', en: 'Merge items' },
    input: Type.Object(
      {
        report: uuidSchema,
        items: Type.Array(Type.Object(seenSchema, closed), { minItems: 2, maxItems: 40 }),
        corrections: Type.Optional(correctionSchema),
      },
      closed,
    ),
    output: decidedSchema,
    async run(ctx, { report, items, corrections = {} }) {
      const desk = await openDesk(ctx, services, report);
      const parts: ItemRecord[] = [];
      for (const seen of items) {
        if (parts.some(({ no }) => no === seen.no)) continue;
        parts.push(await openItem(ctx, desk, seen, 'open'));
      }
      const [first] = parts;
      if (first === undefined || parts.length < 2) throw new HuyingError('report.partClauses');
      const no = (await lastItemNo(ctx.tx, ctx.tenant, report)) + 1;
      const clauses = [...new Set(parts.flatMap((part) => part.clauses))].sort((a, b) => a - b);
      const doubts = parts.flatMap(({ doubt }) => (doubt === null ? [] : [doubt]));
      const merged = corrected(together(parts.map(({ proposed }) => proposed)), corrections);
      const made = openPart(
        no,
        clauses,
        merged,
        parts.map((part) => part.no),
        [...new Set(doubts)].join('；') || null,
      );
      await insertItems(ctx.tx, ctx.tenant, report, [made]);
      for (const part of parts) await decide(ctx, desk, part, { decision: 'merged' }, { into: [no] });
      return answerOf(ctx, desk, first.no, [no]);
    },
  });
}

function openPart(
  no: number,
  clauses: readonly number[],
  proposed: ProposedView,
  origins: readonly number[],
  doubt: string | null,
): ItemRecord {
  const { indicators, measure, due, suggested } = proposed;
  const missing = [
    ...(indicators.length > 0 ? [] : [measure === null ? 'measure' : 'value']),
    ...(due === null ? ['due'] : []),
    ...(suggested?.because === 'words' ? [] : ['owner']),
  ];
  return {
    no,
    clauses,
    kind: proposed.kind,
    proposed,
    missing,
    doubt,
    origins,
    decision: 'open',
    reason: null,
    promise: null,
    candidate: null,
    version: 1,
    decidedBy: null,
    account: null,
    decidedAt: null,
  };
}

/** Everything the parts say under the first one's title; the latest date and the firmest word govern. */
function together(parts: readonly ProposedView[]): ProposedView {
  const [first] = parts;
  if (first === undefined) throw new HuyingError('report.partClauses');
  const firmness = (['binding', 'aimed', 'plain'] as const).find((one) => parts.some((part) => part.firmness === one));
  const words = parts.map(({ deliverable, title }) => deliverable ?? title).join('');
  return {
    ...first,
    deliverable: words.slice(0, 2000),
    measure: parts.find(({ measure }) => measure !== null)?.measure ?? null,
    due:
      parts
        .flatMap(({ due }) => due ?? [])
        .toSorted()
        .at(-1) ?? null,
    dueWords: parts.find(({ dueWords }) => dueWords !== null)?.dueWords ?? null,
    firmness: firmness ?? 'plain',
    indicators: parts.flatMap(({ indicators }) => indicators).slice(0, 40),
    tasks: parts
      .flatMap(({ tasks, title, due }) => (tasks.length > 0 ? tasks : [{ title: title.slice(0, 200), due }]))
      .slice(0, 100),
    suggested: parts.find(({ suggested }) => suggested !== null)?.suggested ?? null,
    alsoSuggested: parts.flatMap(({ alsoSuggested }) => alsoSuggested),
  };
}
