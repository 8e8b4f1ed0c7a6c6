import type { Db } from '@huying/server/db';
import type { Operation } from '@huying/server/ledger';
import { setParameterOperation } from '@huying/server/parameter';
import { type LivelihoodOperations, livelihoodOperations } from '@huying/server/promise';
import { type CaseDistrict, type PersonName, refusalOf, testDistrict } from '@huying/testing/district';

/** A district that chooses its livelihood projects, and steps of that by the people whose they are. */
export interface VoteCourse {
  readonly district: CaseDistrict;
  readonly operations: LivelihoodOperations;
  /** Candidates taken up, by their titles, in order. */
  candidates(titles: readonly string[], year?: number): Promise<string[]>;
  /** A vote prepared over candidates, two seats, a strict majority of all. */
  prepared(candidates: readonly string[], more?: Partial<Rules>): Promise<Ref>;
  opened(candidates: readonly string[], more?: Partial<Rules>): Promise<Ref>;
  set(name: string, value: unknown): Promise<void>;
  refused<I, O>(who: PersonName, operation: Operation<I, O>, input: I): Promise<string>;
}

export interface Ref {
  readonly id: string;
  readonly version: number;
}

export interface Rules {
  readonly year: number;
  readonly variant: 'decided' | 'certified' | 'electronic' | 'poll';
  readonly seats: number;
  readonly base: 'all' | 'present' | 'valid';
  readonly strict: boolean;
  readonly ties: 'second-round' | 'chair';
  readonly mostApprovals: number | null;
  readonly members: number;
}

export async function voteCourse(db: Db, given?: CaseDistrict): Promise<VoteCourse> {
  const district = given ?? (await testDistrict(db));
  const operations = livelihoodOperations(district.services);
  const course: VoteCourse = {
    district,
    operations,
    async candidates(titles, year = 2027) {
      const ids: string[] = [];
      for (const title of titles) {
        const draft = { year, title, domain: '住有所居', content: `${title}，年底前完成。`, source: 'unit' as const };
        const { id, version } = await district.run('reportEditor', operations.propose, { ...draft, budget: 3200 });
        await district.run('reportEditor', operations.screen, { id, version, take: true, reason: '可感知、可落实' });
        ids.push(id);
      }
      return ids;
    },
    async prepared(candidates, more = {}) {
      const rules: Rules = {
        year: 2027,
        variant: 'certified',
        seats: 2,
        base: 'all',
        strict: true,
        ties: 'second-round',
        mostApprovals: null,
        members: 201,
        ...more,
      };
      const who = rules.variant === 'decided' ? 'reportEditor' : 'congressOfficer';
      const input = { title: '区人代会票决', candidates: [...candidates], ...rules };
      return district.run(who, operations.prepareVote, input);
    },
    async opened(candidates, more = {}) {
      const { id, version } = await course.prepared(candidates, more);
      const who = more.variant === 'decided' ? 'reportEditor' : 'congressOfficer';
      const opened = await district.run(who, operations.openVote, { id, version });
      return { id, version: opened.version };
    },
    async set(name, value) {
      const operation = setParameterOperation(district.services.parameters);
      await district.run('dutyEditor', operation, { name, value, reason: '区人大办公室函' });
    },
    refused: (who, operation, input) => refusalOf(district.run(who, operation, input)),
  };
  return course;
}
