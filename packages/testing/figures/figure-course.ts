import { isHuyingError, type Problem } from '@huying/kit/error';
import type { Db } from '@huying/server/db';
import type { Operation } from '@huying/server/ledger';
import {
  createPromise,
  type FigureEntry,
  type FiguresSaved,
  type IndicatorDraft,
  issuePromises,
  type ProjectOperations,
  type PromiseDraft,
  projectOperations,
} from '@huying/server/promise';
import { type CaseDistrict, type PersonName, testDistrict } from '@huying/testing/district';

/** A district whose units are asked for figures, and who run projects. Its year is 2026; it is 1 July unless told otherwise. */
export interface FigureCourse {
  readonly district: CaseDistrict;
  readonly operations: ProjectOperations;
  /** An issued promise with what a test says of it. */
  promise(draft: Partial<PromiseDraft> & Pick<PromiseDraft, 'kind' | 'title'>): Promise<string>;
  /** A target of the water bureau, with its code; `value` is its figure. */
  target(
    code: string,
    more?: Partial<IndicatorDraft>,
    year?: number,
    extra?: readonly IndicatorDraft[],
  ): Promise<string>;
  enter(who: PersonName | 'system', month: string, entries: readonly FigureEntry[]): Promise<FiguresSaved>;
  /** What a request is refused with, and where. */
  refused<I, O>(who: PersonName, operation: Operation<I, O>, input: I): Promise<Refused>;
}

export interface Refused {
  readonly code: string;
  readonly problems: readonly Problem[];
}

export async function figureCourse(db: Db, given?: CaseDistrict): Promise<FigureCourse> {
  const district = given ?? (await testDistrict(db));
  const operations = projectOperations(district.services);
  const course: FigureCourse = {
    district,
    operations,
    promise: (draft) =>
      district.inside(async (ctx) => {
        const duties = [{ part: 'lead' as const, unit: district.units.water }];
        const { id } = await createPromise(ctx, district.services, {
          year: 2026,
          duties,
          due: `${draft.year ?? 2026}-12-31`,
          ...draft,
        });
        await issuePromises(ctx, district.services, [id], `${draft.year ?? 2026}-01-20`);
        return id;
      }),
    target: (code, more = {}, year = 2026, extra = []) =>
      course.promise({
        kind: 'indicator',
        year,
        title: `${code} ${year}`,
        data: { code },
        indicators: [
          { name: 'value', label: code, unit: '亿元', decimals: 2, aim: { aim: 'followed' }, every: 'month', ...more },
          ...extra,
        ],
      }),
    enter: (who, month, entries) => district.run(who, operations.save, { month, entries: [...entries] }),
    async refused(who, operation, input) {
      try {
        await district.run(who, operation, input);
      } catch (error) {
        if (isHuyingError(error)) return { code: error.code, problems: error.problems };
        throw error;
      }
      return { code: 'done', problems: [] };
    },
  };
  return course;
}
