import { HuyingError } from '@huying/kit/error';
import { type Report, read } from '@huying/reader';
import { Type } from 'typebox';
import { isUniqueViolation } from '../../db/index.ts';
import { attachFiles } from '../../file/index.ts';
import { append, type Ctx, defineOperation } from '../../ledger/index.ts';
import { requireRole } from '../../org/index.ts';
import { findTenant } from '../../tenant/index.ts';
import { choice, closed, uuidSchema } from '../core/promise-draft.ts';
import type { PromiseServices } from '../core/promise-services.ts';
import { type PromiseWorld, promiseWorldOf } from '../core/promise-world.ts';
import { carryOver } from './carry-over.ts';
import { type Clause, clausesOf, hashOf, headingsOf } from './clause-list.ts';
import { REPORT_EDITOR } from './editor.ts';
import { proposalsOf } from './proposal.ts';
import {
  addPromiseClauses,
  clausesOfReport,
  type ItemRecord,
  insertClauses,
  insertItems,
  insertReport,
  itemsOfReport,
  lockLatestReport,
  type ReportRecord,
  reportByHash,
  setReportState,
  UNDECIDED,
} from './report.store.ts';
import { suggesterOf } from './suggestion.ts';

/** Which reading this is: a new one may find other sentences. */
const READER = 'reader 1';

const inputSchema = Type.Object(
  {
    text: Type.String({ minLength: 1, maxLength: 8_000_000 }),
    pageStarts: Type.Optional(Type.Array(Type.Integer({ minimum: 0 }), { maxItems: 5_000 })),
    /** The original, where it is kept. */
    file: Type.Optional(uuidSchema),
    year: Type.Optional(Type.Integer({ minimum: 2000, maximum: 2100 })),
    /** What the uploader says is right although the text says otherwise. */
    despite: Type.Optional(Type.Array(choice('likeness', 'year', 'place'), { maxItems: 3 })),
  },
  closed,
);

const outputSchema = Type.Object({
  id: Type.String(),
  year: Type.Integer(),
  edition: Type.Integer(),
  clauses: Type.Integer(),
  items: Type.Integer(),
  /** Decisions taken over from the edition before. */
  kept: Type.Integer(),
  /** Promises whose sentences the new edition changed or left out. */
  changed: Type.Array(Type.String()),
});

/**
 * Reads a report and lays it out for review. Throws org.roleRequired, report.notReport, .yearMissing, .otherYear, .otherPlace, .sameText,
 * file.unknown, file.notYours.
 */
export function uploadReportOperation(services: PromiseServices) {
  return defineOperation({
    name: 'report.upload',
    summary: { zh: '上传工作报告', en: 'Upload a work report' },
    input: inputSchema,
    output: outputSchema,
    async run(ctx, input) {
      await requireRole(ctx, REPORT_EDITOR);
      const hash = hashOf(input.text);
      const known = await reportByHash(ctx.tx, ctx.tenant, hash);
      if (known !== undefined) throw sameText(known);
      const report = read(input.text);
      const despite = new Set(input.despite ?? []);
      if (!['report', 'items'].includes(report.likeness.kind) && !despite.has('likeness')) {
        throw new HuyingError('report.notReport');
      }
      const year = yearOf(report, input.year, despite.has('year'));
      if (!despite.has('place')) await requireThisDistrict(ctx, report);
      const world = await promiseWorldOf(ctx, services);
      const clauses = clausesOf(report, input.text, input.pageStarts ?? []);
      const items = itemsOf(ctx, services, world, report, clauses, year);
      const before = await lockLatestReport(ctx.tx, ctx.tenant, year);
      const record: ReportRecord = {
        id: ctx.id(),
        year,
        edition: (before?.edition ?? 0) + 1,
        title:
          report.about.title?.text.replaceAll(/\s+/g, ' ').slice(0, 200) ??
          `${report.about.district?.text ?? ''}${year}年政府工作报告`,
        place: report.about.district?.text ?? null,
        file: input.file ?? null,
        hash,
        reader: READER,
        state: 'reviewing',
        replaces: before?.id ?? null,
        version: 1,
        uploadedBy: ctx.actor.name,
        account: ctx.actor.account,
        uploadedAt: ctx.now,
      };
      try {
        await insertReport(ctx.tx, ctx.tenant, { ...record, text: input.text, reading: readingOf(report) });
      } catch (error) {
        if (isUniqueViolation(error)) throw sameText(record);
        throw error;
      }
      if (input.file !== undefined) await attachFiles(ctx, [input.file], { kind: 'report', id: record.id });
      await insertClauses(ctx.tx, ctx.tenant, record.id, clauses);
      const carried = before === undefined ? undefined : await takenOver(ctx, before, clauses, items);
      const laid = carried?.items ?? items;
      await insertItems(ctx.tx, ctx.tenant, record.id, laid);
      if (before !== undefined) await setReportState(ctx.tx, ctx.tenant, before.id, 'replaced');
      if (carried !== undefined) await addPromiseClauses(ctx.tx, ctx.tenant, record.id, carried.places);
      if (laid.every(({ decision }) => decision !== 'open')) {
        await setReportState(ctx.tx, ctx.tenant, record.id, 'reviewed');
      }
      const { id, edition } = record;
      const told = { kept: carried?.kept ?? 0, changed: [...(carried?.changed ?? [])] };
      append(ctx, {
        subject: id,
        kind: 'report',
        what: 'uploaded',
        visibility: 'internal',
        body: { year, edition, hash, clauses: clauses.length, items: laid.length, despite: [...despite], ...told },
      });
      return { id, year, edition, clauses: clauses.length, items: laid.length, ...told };
    },
  });
}

function sameText({ year, edition }: Pick<ReportRecord, 'year' | 'edition'>): HuyingError {
  return new HuyingError('report.sameText', { year, edition });
}

function yearOf({ about }: Report, asked: number | undefined, isSure: boolean): number {
  const year = asked ?? about.year;
  if (year === undefined) throw new HuyingError('report.yearMissing');
  if (about.year !== undefined && about.year !== year && !isSure) {
    throw new HuyingError('report.otherYear', { read: about.year, asked: year });
  }
  return year;
}

/** 广州市天河区 and 天河区 are one place; a text that names none is taken for the district's own. */
async function requireThisDistrict(ctx: Ctx, { about }: Report): Promise<void> {
  const place = about.district?.text.replaceAll(/\s+/g, '') ?? '';
  const district = await findTenant(ctx.tx, ctx.tenant);
  if (place === '' || district === undefined) return;
  const { zh, en } = district.name;
  if (place.endsWith(zh) || zh.endsWith(place)) return;
  throw new HuyingError('report.otherPlace', { read: place, districtZh: zh, districtEn: en });
}

function itemsOf(
  ctx: Ctx,
  services: PromiseServices,
  world: PromiseWorld,
  report: Report,
  clauses: readonly Clause[],
  year: number,
): readonly ItemRecord[] {
  const suggest = suggesterOf(world, ctx.now);
  const kinds = new Set(services.product.promises.map(({ id }) => id));
  return proposalsOf(report, clauses, year, kinds).map(({ clauses: own, proposed, missing, doubt }, index) => {
    const words = own.map((no) => clauses[no - 1]?.words ?? '').join('');
    const [suggested = null, ...alsoSuggested] = suggest(words);
    return {
      no: index + 1,
      clauses: own,
      kind: proposed.kind,
      proposed: {
        ...proposed,
        indicators: [...proposed.indicators],
        tasks: [...proposed.tasks],
        suggested,
        alsoSuggested,
      },
      missing: suggested?.because === 'words' ? missing.filter((one) => one !== 'owner') : missing,
      doubt,
      origins: [],
      ...UNDECIDED,
    };
  });
}

async function takenOver(ctx: Ctx, before: ReportRecord, clauses: readonly Clause[], items: readonly ItemRecord[]) {
  const old = {
    clauses: await clausesOfReport(ctx.tx, ctx.tenant, before.id),
    items: await itemsOfReport(ctx.tx, ctx.tenant, before.id),
  };
  return carryOver(old, { clauses, items });
}

/** What else was read, kept beside the text. */
function readingOf(report: Report): unknown {
  const { about, likeness, document, findings, doubts, glossary, completion } = report;
  const { statements, targets, tasks, items } = report;
  return {
    about,
    likeness,
    headings: headingsOf(document),
    findings,
    doubts,
    glossary,
    completion,
    counts: {
      sentences: statements.length,
      targets: targets.length,
      tasks: tasks.length,
      items: items.length,
      completion: completion.length,
    },
  };
}
