import { runOperation } from '@huying/server/ledger';
import { v7 } from 'uuid';
import { castOf } from './cast.ts';
import type { DataSet } from './data-set.ts';
import type { Figure } from './figure.ts';
import { Load } from './load.ts';
import { nextCall, ticketOf } from './tickets.ts';

/** Creates a second, one stretch after another: the spike test that such systems are asked for, ten times as high. */
const RATES = [1, 15, 1, 25, 2, 35, 10].map((rate) => rate * 10);
/** As quick as when nothing presses. */
const CALM_MS = 100;

/**
 * Creates that come when they come, whether the one before is done or not, at rates that leap up and fall. Tells the errors, how long
 * each stretch made people wait, and how soon after the highest rate a create was as quick as before it.
 */
export async function measureSpike({ program }: DataSet, seconds: number): Promise<Figure[]> {
  const { services, operations } = program;
  const operator = (await castOf(services)).as('operator');
  const open = () =>
    runOperation(services, operations.cases.open, { ...operator, input: ticketOf(nextCall()), key: v7() });
  for (let warm = 0; warm < 50; warm += 1) await open();

  const all = new Load();
  const under: Promise<void>[] = [];
  const slow: number[] = [];
  let errors = 0;
  let peakEnd = 0;
  const worst: string[] = [];
  for (const rate of RATES) {
    const stretch = new Load();
    const from = performance.now();
    for (let sent = 0; sent < rate * seconds; sent += 1) {
      const due = from + (sent / rate) * 1000;
      const wait = due - performance.now();
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      under.push(
        open().then(
          () => {
            const now = performance.now();
            stretch.add(now - due);
            all.add(now - due);
            if (now - due > CALM_MS) slow.push(now);
          },
          () => {
            errors += 1;
          },
        ),
      );
    }
    await until(from + seconds * 1000);
    if (rate === Math.max(...RATES)) peakEnd = performance.now();
    worst.push(`${rate}/s p95 ${stretch.percentile(0.95).toFixed(0)}`);
  }
  await Promise.all(under);
  const recovered = Math.max(0, ...slow.filter((at) => at > peakEnd).map((at) => (at - peakEnd) / 1000));
  return [
    {
      part: 'spike',
      what: 'errors',
      value: (100 * errors) / Math.max(1, under.length),
      unit: '%',
      note: `${errors} of ${under.length} creates`,
    },
    { part: 'spike', what: 'wait, p95', value: all.percentile(0.95), unit: 'ms', note: `${worst.join(' · ')} ms` },
    {
      part: 'spike',
      what: `recovered after the peak (every create below ${CALM_MS} ms)`,
      value: recovered,
      unit: 's',
      floor: 10,
      note: 'floor: the mark',
    },
  ];
}

async function until(at: number): Promise<void> {
  const wait = at - performance.now();
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
}
