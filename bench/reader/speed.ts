import { read } from '@huying/reader';
import { publishedReport } from '@huying/testing/report';

const KB = 1000;
const MB = 1000 * KB;
const sources = ['yuexiu-2016.txt', 'tianhe-2020.txt', 'shahekou-2016.txt'];

/** Time of one read of a text of real reports, again and again up to a size. */
export interface Reading {
  readonly bytes: number;
  readonly ms: number;
  /** Memory the answer holds while it is held, in MB. */
  readonly heldMb: number;
  /** The most memory the process has had so far, in MB. */
  readonly peakMb: number;
}

/** Milliseconds for one read of 100 KB: the middle one of several, after warming up. */
export function hundredKilobytes(): number {
  const text = reportsOf(100 * KB);
  for (let round = 0; round < 5; round++) read(text);
  const times = Array.from({ length: 15 }, () => timeOf(() => read(text))).sort((one, other) => one - other);
  return times[7] ?? Number.NaN;
}

/** One read each of growing texts. */
export function growing(megabytes: readonly number[] = [1, 2, 5, 10]): Reading[] {
  return megabytes.map((size) => {
    const text = reportsOf(size * MB);
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    let report: unknown;
    const ms = timeOf(() => {
      report = read(text);
    });
    globalThis.gc?.();
    const heldMb = (process.memoryUsage().heapUsed - before) / 2 ** 20;
    if (report === undefined) throw new Error('nothing was read');
    return { bytes: size * MB, ms, heldMb, peakMb: process.resourceUsage().maxRSS / 1024 };
  });
}

/** Texts made to be slow: what a scanner that looks back, or a nested quantifier, chokes on. */
const hostile: Readonly<Record<string, string>> = {
  digits: '1234567890',
  points: '1.2.3.',
  'Chinese numerals': '一二三十百千万亿',
  'open brackets': '（（((',
  'open quotes': '“《「',
  'list marks': '（一）1.①一、',
  separators: '、，；：',
  breaks: '\n',
  blanks: ' \u3000\u00a0\t',
  'marks on lines': '（一）\n（二）\n',
  'clauses without an end': '新增学位100个，',
  'percents without an end': '增长5%、',
  glosses: '發(fā)',
  'surrogates alone': '\ud800\udc00\udc00',
};

export interface HostileReading {
  readonly what: string;
  readonly smallMs: number;
  /** Absent where the small text was so slow already that the large one would not end. */
  readonly largeMs?: number;
}

/** Characters of the hostile texts: four times the text may take about four times as long. */
export const hostileSizes = { small: 10_000, large: 40_000 } as const;
const TOO_SLOW_MS = 1000;

export function hostileReadings(): HostileReading[] {
  return Object.entries(hostile).map(([what, unit]) => {
    const of = (length: number) => unit.repeat(Math.ceil(length / unit.length));
    const best = (text: string) =>
      Math.min(
        timeOf(() => read(text)),
        timeOf(() => read(text)),
      );
    const smallMs = best(of(hostileSizes.small));
    return smallMs > TOO_SLOW_MS ? { what, smallMs } : { what, smallMs, largeMs: best(of(hostileSizes.large)) };
  });
}

/** Real reports one after the other, up to a number of bytes of UTF-8. */
function reportsOf(bytes: number): string {
  const reports = sources.map(publishedReport);
  const parts: string[] = [];
  let left = bytes;
  for (let at = 0; left > 0; at++) {
    const report = reports[at % reports.length] ?? '';
    const size = Buffer.byteLength(report);
    parts.push(size <= left ? report : report.slice(0, Math.floor((report.length * left) / size)));
    left -= size;
  }
  return parts.join('\n');
}

function timeOf(work: () => void): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}
