import { places } from '@huying/district/demo/area';
import {
  BALLOT,
  chance,
  type DemoCandidate,
  demoCandidates,
  demoOpinions,
  leftOut,
} from '@huying/district/demo/promises';
import { DAY_MS, HOUR_MS } from '@huying/kit/calendar';
import { caseOperations } from '../../case/index.ts';
import { type DrawnPicture, placePicture } from '../../file/index.ts';
import { livelihoodOperations, promiseOperations } from '../../promise/index.ts';
import { dayAfter, monthsTold, type Play, twoDigits } from './play.ts';
import type { DemoFigure } from './stage-figures.ts';
import { VERIFIER } from './stage-work.ts';

const SEATS = 10;

/** From what people ask for to ten things the congress chose. @param chosen  what they became */
export function stageLivelihood(
  play: Play,
  pictures: readonly DrawnPicture[],
  chosen: (figures: readonly DemoFigure[]) => void,
): void {
  const { services, year, day, at } = play;
  const livelihood = livelihoodOperations(services);
  const opinions = stageOpinions(play);
  const ids: string[] = [];
  const inYearBefore = (monthDay: string) => `${year - 1}-${monthDay}`;

  for (const [index, candidate] of demoCandidates.entries()) {
    play.on(at(inYearBefore('12-16'), '10:00') + index * HOUR_MS, async ({ run }) => {
      const { title, domain, content, budget, source, lead } = candidate;
      const cases = opinions.get(index) ?? [];
      const unit = play.unit(lead);
      const { id } = await run('supervisor', livelihood.propose, {
        year,
        title,
        domain,
        content,
        budget,
        unit,
        source,
        cases,
      });
      ids[index] = id;
    });
  }
  const out: string[] = [];
  for (const [index, { reason: _, ...one }] of leftOut.entries()) {
    play.on(at(inYearBefore('12-20'), '10:00') + index * HOUR_MS, async ({ run }) => {
      const { id } = await run('supervisor', livelihood.propose, { year, ...one, source: 'opinions' });
      out.push(id);
    });
  }
  play.on(at(day('01-05'), '15:00'), async ({ run }) => {
    const reason = '群众呼声集中，当年可以完成，点位和资金已落实，列入候选项目。';
    for (const id of ids) await run('editor', livelihood.screen, { id, take: true, reason, version: 1 });
    for (const [index, id] of out.entries()) {
      await run('editor', livelihood.screen, { id, take: false, reason: leftOut[index]?.reason ?? '', version: 1 });
    }
  });
  play.on(at(day('01-08'), '10:00'), async ({ run }) => {
    const vote = await run('congress', livelihood.prepareVote, {
      year,
      title: `${year}年清江区民生实事项目票决`,
      variant: 'certified',
      seats: SEATS,
      base: 'all',
      strict: true,
      ties: 'second-round',
      mostApprovals: null,
      candidates: ids,
      members: BALLOT.members,
    });
    play.on(at(day('01-14'), '09:30'), async (moment) => {
      const open = await moment.run('congress', livelihood.openVote, { id: vote.id, version: vote.version });
      play.on(at(day('01-14'), '11:40'), async (later) => {
        await later.run('congress', livelihood.certify, {
          id: vote.id,
          version: open.version,
          ...certificate(play, ids),
        });
      });
    });
  });
  play.on(at(day('01-26'), '10:00'), async ({ run }) => {
    const made: Official[] = [];
    for (const [index, candidate] of demoCandidates.slice(0, SEATS).entries()) {
      const { lead, assisting, leader, sites, telephone } = candidate;
      const { promise } = await run('editor', livelihood.make, {
        id: ids[index] ?? '',
        version: 4,
        unit: play.unit(lead),
        assisting: assisting.map(play.unit),
        leader: play.post(leader),
        due: day('12-31'),
        sites,
        telephone,
        issuedOn: day('01-26'),
      });
      made.push({ id: promise, candidate, index });
    }
    for (const one of made) stageProject(play, one, pictures);
    stageAdjustment(play, made);
    chosen(made.map((one) => paidFigure(play, one)));
  });
}

function certificate({ year }: Play, ids: readonly string[]) {
  const { members: _, ...counts } = BALLOT;
  return {
    meeting: `清江区第十届人民代表大会第${year - 2021}次会议`,
    document: `清人大〔${year}〕7号`,
    counts,
    totals: demoCandidates.map(({ approve, oppose }, index) => ({
      candidate: ids[index] ?? '',
      approve,
      oppose,
      abstain: BALLOT.valid - approve - oppose,
    })),
  };
}

interface Official {
  readonly id: string;
  readonly candidate: DemoCandidate;
  readonly index: number;
}

/** Opinions of the autumn before, each answered; by candidate those that led to it. */
function stageOpinions(play: Play): ReadonlyMap<number, string[]> {
  const { open, act } = caseOperations(play.services);
  const led = new Map<number, string[]>();
  for (const [index, opinion] of demoOpinions.entries()) {
    const opened = play.at(dayAfter(`${play.year - 1}-11-03`, index % 36), '10:00') + index * 7 * 60_000;
    play.on(opened, async ({ run }) => {
      const { title, words, channel, domain, outcome, cause, candidate } = opinion;
      const phone = index % 4 === 3 ? {} : { phone: `1380000${String(1000 + index)}` };
      const calls = channel === 'cluster' ? { calls: 12 + index } : {};
      const fields = { title, words, channel, domain, year: play.year, ...phone, ...calls };
      const { id } = await run('supervisor', open, { type: 'opinion', fields });
      if (candidate !== null) led.set(candidate, [...(led.get(candidate) ?? []), id]);
      const number = candidate === null ? '' : `HX-${play.year}-${twoDigits(candidate + 1)}`;
      play.on(opened + 4 * DAY_MS, async (moment) => {
        const asked = {
          adopt: { domain, candidate: number, answer: '您的建议已采纳，列入民生实事建议项目，后续将公示进展。' },
          merge: { candidate: number, answer: '您反映的问题与已有建议项目一致，已并入一并研究。' },
          decline: { cause, answer: '感谢您的建议。经研究暂未采纳，原因已注明，欢迎继续提出意见。' },
        }[outcome];
        await moment.run('supervisor', act, { id, action: outcome, asked });
        if ('phone' in phone) return;
        play.on(opened + 6 * DAY_MS, async (later) => {
          await later.run('supervisor', act, { id, action: 'told', asked: { toldBy: 'published' } });
        });
      });
    });
  }
  return led;
}

/** The course of one of the ten: sites, money, evidence, verification by others, the congress's judgement, the public's eye. */
function stageProject(play: Play, { id, candidate, index }: Official, pictures: readonly DrawnPicture[]): void {
  const { services, day, at } = play;
  const promises = promiseOperations(services);
  const livelihood = livelihoodOperations(services);
  const { lead, work } = candidate;
  play.on(at(day('01-29'), '10:00') + index * 600_000, async ({ run }) => {
    await run('editor', promises.publish, { id, published: true });
    await run(lead, livelihood.importSites, { promise: id, table: siteTable(play, candidate, index) });
    const { items } = await run(lead, livelihood.sites, { promise: id });
    const ends: number[] = [];
    // The place that falls away later is never begun on.
    const worked = isAdjusted(candidate) ? items.slice(0, -1) : items;
    for (const [nth, site] of worked.entries()) {
      const source = chance(`site ${candidate.title} ${nth}`);
      const done = completion(play, candidate, nth, items.length);
      const began = play.at(dayAfter(day('02-25'), Math.floor(nth * 4 + source.below(9))), '09:30');
      const completed = Math.max(at(done, '16:00'), began + 20 * DAY_MS) + nth * 60_000;
      ends.push(completed);
      // Not every beginning is told of: some sites are heard of when they are done.
      const told = nth % 3 === 0 || completed > play.now;
      if (told) {
        play.on(began, async (moment) => {
          const on = dayOf(play, began);
          const words = `${work}：进场施工。`;
          await moment.run(lead, livelihood.reportSite, { id: site.id, version: 1, state: 'under-way', on, words });
        });
      }
      const version = told ? 2 : 1;
      play.on(completed, async (moment) => {
        const drawn = pictures[source.below(pictures.length)];
        if (drawn === undefined) return;
        const taken = { lon: site.longitude, lat: site.latitude };
        const { id: photo } = await placePicture(moment.ctx(`${lead}-1`), services, drawn, taken);
        const on = dayOf(play, completed);
        const said = {
          id: site.id,
          version,
          state: 'completed' as const,
          on,
          words: `${work}：已完工。`,
          photos: [photo],
        };
        await moment.run(`${lead}-1`, livelihood.reportSite, said);
      });
      // The last ones of a project that goes on wait to be looked at.
      play.on(completed + (4 + source.below(12)) * DAY_MS, async (moment) => {
        const words = '现场核验，建设内容与公示一致，已投入使用。';
        await moment.run('verifier', livelihood.verifySite, {
          id: site.id,
          version: version + 1,
          method: 'site',
          result: 'true',
          words,
        });
      });
    }
    stageEnd(play, { id, candidate, index }, Math.max(...ends) + 18 * DAY_MS);
  });
  play.on(at(day('02-12'), '10:00') + index * 600_000, async ({ run }) => {
    await run(`${lead}-head`, promises.step, { id, step: 'begin', asked: {} });
  });
  if (index === 2 || index === 5) stageObjection(play, id, lead, index);
}

/** The day of an instant in the district's zone, which keeps one offset all year. */
const dayOf = (play: Play, at: number): string => {
  const offset = play.at(play.day('01-01'), '00:00') - Date.UTC(play.year, 0, 1);
  return new Date(at - offset).toISOString().slice(0, 10);
};

/** Sites follow one another through the year: some projects are done by the autumn, some fall behind, none before its time. */
function completion(play: Play, { early, mood }: DemoCandidate, nth: number, count: number): string {
  const share = (nth + 1) / count;
  const whole = early ? 185 : 270;
  const on = dayAfter(play.day('03-10'), Math.round(share * whole));
  const behind = mood === 'stuck' ? 95 : mood === 'slipping' ? 62 : 0;
  const since = dayAfter(play.today, mood === 'stuck' ? -170 : -90);
  return behind > 0 && on > since ? dayAfter(on, behind) : on;
}

function siteTable(play: Play, { places: kinds, sites, work, lead, title }: DemoCandidate, index: number): string[][] {
  const among = places.filter(({ kind }) => kinds.includes(kind));
  const step = Math.max(1, Math.floor(among.length / sites));
  const rows = Array.from({ length: sites }, (_, nth) => {
    const place = among[(nth * step + index) % among.length];
    if (place === undefined) throw new RangeError(title);
    const [longitude, latitude] = place.point;
    const again = Math.floor((nth * step + index) / among.length);
    const name = again === 0 ? place.name.zh : `${place.name.zh}（${again + 1}）`;
    return [
      name,
      `${place.name.zh}内`,
      String(longitude),
      String(latitude),
      play.nameOf(play.unit(lead)),
      play.day('12-20'),
      work,
    ];
  });
  return [['点位名称', '地址', '经度', '纬度', '责任单位', '完成时限', '建设内容'], ...rows];
}

/** Done, looked at as a whole, judged by the deputies, told to everybody. */
function stageEnd(play: Play, { id, candidate, index }: Official, at: number): void {
  const { services, year } = play;
  const promises = promiseOperations(services);
  const livelihood = livelihoodOperations(services);
  play.on(at, async ({ run }) => {
    const words = '全部点位完工并通过核验，资金支付、台账影像齐备。';
    await run(`${candidate.lead}-head`, promises.step, { id, step: 'complete', asked: { words } });
  });
  play.on(at + 5 * DAY_MS, async ({ run }) => {
    const words = '逐处核对点位、资金和台账，符合承诺内容。';
    await run(VERIFIER, promises.verify, { id, method: 'site', result: 'true', words });
    await run(VERIFIER, promises.step, { id, step: 'accept', asked: { words } });
  });
  play.on(at + 16 * DAY_MS, async (moment) => {
    const heldOn = dayOf(play, at + 16 * DAY_MS);
    const document = `清人常〔${year}〕${21 + index}号`;
    const judged = {
      by: 'deputies' as const,
      members: 35,
      satisfied: 27 - (index % 4),
      basically: 4 + (index % 3),
      not: index % 2,
    };
    await moment.run('congress', livelihood.evaluate, { promise: id, heldOn, document, judged });
    const users = { by: 'users' as const, '1': 3, '2': 6, '3': 21, '4': 74 + index, '5': 108 };
    await moment.run('congress', livelihood.evaluate, { promise: id, heldOn, judged: users });
    await moment.run('congress', livelihood.publishEvaluations, { promise: id });
    if (index % 2 === 0) return;
    await moment.run('congress', promises.step, { id, step: 'evaluate', asked: { document } });
    await moment.run('editor', promises.step, { id, step: 'announce', asked: {} });
    play.ended.add(id);
  });
}

/** Two people object to what is shown, and are answered in public. */
function stageObjection(play: Play, id: string, lead: string, index: number): void {
  const { object, answerObjection } = promiseOperations(play.services);
  const [words, answer] =
    index === 2
      ? [
          '公示的医院周边泊位还围着围挡，不能算完成。',
          '经现场复核，该处泊位尚未开放，已从完成数中核减，预计本月底开放使用。',
        ]
      : [
          '口袋公园的儿童设施少装了一处滑梯。',
          '设计方案为一处组合滑梯和一处攀爬架，已全部安装，图纸附后。欢迎现场监督。',
        ];
  const on = play.at(play.day(index === 2 ? '06-16' : '08-11'), '20:10');
  play.on(on, async ({ run }) => {
    const { objection } = await run('public', object, { id, words: words ?? '' });
    play.on(on + 4 * DAY_MS, async (moment) => {
      await moment.run(`${lead}-head`, answerObjection, { id, objection, answer: answer ?? '' });
    });
  });
}

/** Of one project a place falls away in its course. */
const isAdjusted = ({ title }: DemoCandidate): boolean => title.includes('停车');

/** A place falls away: only by the standing committee of the congress. */
function stageAdjustment(play: Play, made: readonly Official[]): void {
  const { services, year, day, at } = play;
  const one = made.find(({ candidate }) => isAdjusted(candidate));
  if (one === undefined) return;
  const promises = promiseOperations(services);
  const livelihood = livelihoodOperations(services);
  const { id, candidate } = one;
  const wanted = candidate.sites - 1;
  const reason = '其中一处点位地块纳入轨道站点用地，经论证不宜建设，核减1处，停车泊位总数不变，由相邻点位补足。';
  play.on(at(day('07-15'), '10:00'), async ({ run }) => {
    const { revision } = await run(`${candidate.lead}-head`, promises.askRevision, {
      id,
      what: 'indicator:sites:value',
      new: wanted,
      reason,
    });
    play.on(at(day('07-28'), '16:00'), async (moment) => {
      const authority = '区人大常委会';
      const document = `清人常〔${year}〕15号`;
      const meeting = `清江区第十届人大常委会第${(year - 2021) * 6 + 4}次会议`;
      const decision = { decision: 'approved' as const, authority, meeting, document, effectiveFrom: day('07-29') };
      await moment.run('congress', promises.decideRevision, { id, revision, ...decision });
      const { items } = await moment.run('editor', livelihood.sites, { promise: id });
      const last = items.findLast(({ state }) => state === 'planned');
      if (last !== undefined) {
        await moment.run('editor', livelihood.cancelSite, {
          id: last.id,
          version: last.version,
          authority,
          document,
          reason,
        });
      }
    });
  });
}

function paidFigure(play: Play, { id, candidate }: Official): DemoFigure {
  const last = monthsTold(play).at(-1) ?? 1;
  return {
    who: candidate.lead,
    promise: id,
    indicator: 'paid',
    at: (month) => ({ value: Math.round(candidate.budget * Math.min(0.97, (month / 12) * (last < 12 ? 0.86 : 0.95))) }),
  };
}
