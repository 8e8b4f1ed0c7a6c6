import type { Chance } from '../chance.ts';
import type { DemandKind } from '../matters/index.ts';

/** What will become of a case, as far as people's ways decide it; the engine decides what each step then means. */
export interface Temper {
  /** Answered while the caller is on the line, or declined: then nothing else happens. */
  readonly firstContact: boolean;
  /** Not accepted (不予受理). */
  readonly declined: boolean;
  readonly sendBacks: 0 | 1 | 2;
  readonly extensions: 0 | 1 | 2;
  /** Not accepted by verifier or citizen, done again once. */
  readonly rework: boolean;
  readonly held: boolean;
  readonly reopened: boolean;
  readonly urges: number;
  readonly pressed: boolean;
  /** The two questions of the call-back; null: nobody was asked or answered. */
  readonly solved: boolean | null;
  readonly satisfied: boolean | null;
  /** Share of its limit that handling takes; above 1 it is late. */
  readonly pace: number;
  /** Seconds each step takes, in the time its clock counts. */
  readonly seconds: {
    readonly accept: number;
    readonly dispatch: number;
    readonly sign: number;
    readonly assign: number;
    readonly contact: number;
    readonly verify: number;
    readonly callBack: number;
  };
}

/** Share of cases that end late, by unit; the others keep to BASE. */
const LATE: Readonly<Record<string, number>> = {
  zjj: 0.15,
  zrj: 0.16,
  szs: 0.13,
  swj: 0.12,
  pss: 0.11,
  kgj: 0.12,
  xingpu: 0.11,
  baitang: 0.13,
  yuedi: 0.09,
  gaj: 0.03,
  gds: 0.02,
  gss: 0.02,
  rqs: 0.02,
  ybj: 0.02,
  yundu: 0.03,
};
const BASE = 0.05;

/** Units that like to say it is not theirs. */
const SENDS_BACK: Readonly<Record<string, number>> = {
  zrj: 0.12,
  zjj: 0.09,
  hbj: 0.09,
  csj: 0.08,
  scj: 0.05,
  txs: 0.12,
};

export const lateShare = (unit: string | undefined): number => (unit === undefined ? BASE : (LATE[unit] ?? BASE));

export function temper(source: Chance, kind: DemandKind, unit: string | undefined): Temper {
  const firstContact = source.happens(kind === 'consultation' ? 0.74 : kind === 'request' ? 0.05 : 0.01);
  const declined = !firstContact && source.happens(0.026);
  const goesOn = !firstContact && !declined;
  const may = (share: number): boolean => source.happens(share) && goesOn;
  const sentBack = may(unit === undefined ? 0.05 : (SENDS_BACK[unit] ?? 0.038));
  const extended = may(0.06);
  const rework = may(0.05);
  const late = may(lateShare(unit));
  const answered = may(0.86);
  const solved = answered ? source.happens(rework ? 0.8 : 0.93) : null;
  const satisfied = answered ? source.happens(solved ? 0.98 : 0.42) : null;
  // Cubing keeps most steps short and lets a few drag.
  const drag = (): number => {
    const share = source.unit();
    return share * share * share;
  };
  return {
    firstContact,
    declined,
    sendBacks: sentBack ? (source.happens(0.12) ? 2 : 1) : 0,
    extensions: extended ? (source.happens(0.15) ? 2 : 1) : 0,
    rework,
    held: may(0.008),
    reopened: may(0.012),
    urges: may(late ? 0.3 : 0.04) ? 1 + source.below(3) : 0,
    pressed: may(late ? 0.06 : 0.003),
    solved,
    satisfied,
    pace: late ? 1.02 + 2 * drag() : 0.08 + 0.88 * Math.sqrt(source.unit() * source.unit()),
    seconds: {
      accept: Math.round(40 + 840 * drag() + (source.happens(0.02) ? 900 : 0)),
      dispatch: Math.round(60 + 820 * drag() + (source.happens(0.03) ? 1200 : 0)),
      sign: Math.round(300 + 6600 * drag() + (source.happens(0.04) ? 7200 : 0)),
      assign: Math.round(120 + 3000 * drag()),
      contact: Math.round(1200 + 22_000 * drag()),
      verify: Math.round(300 + 1700 * drag()),
      callBack: Math.round(2400 + 24_000 * drag()),
    },
  };
}
