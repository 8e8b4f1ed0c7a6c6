import os from 'node:os';
import { type Asked, askedIn, help } from './asked.ts';
import { measureBoards } from './boards.ts';
import { measureCalendar } from './calendar.ts';
import { BARE, measureCreates } from './creates.ts';
import { type DataSet, openDataSet, useHomeOf } from './data-set.ts';
import { measureDistricts } from './districts.ts';
import { measureDoors } from './doors.ts';
import { type Figure, type Part, ratioOf, tableOf } from './figure.ts';
import { measureLifecycles } from './lifecycles.ts';
import { measureLists } from './lists.ts';
import { progressOn } from './progress.ts';
import { measurePromises } from './promises.ts';
import { measureReader } from './reader/figures.ts';
import { measureImport } from './requests-import.ts';
import { measureSpike } from './spike.ts';
import { measureStart } from './start.ts';
import { measureTimers } from './timers.ts';

const progress = progressOn(process.stderr);

const onData: readonly (readonly [
  Part,
  (set: DataSet, asked: Asked, soFar: readonly Figure[]) => Promise<Figure[]>,
])[] = [
  ['creates', (set, { seconds }) => measureCreates(set, seconds)],
  ['lifecycles', (set, { seconds }) => measureLifecycles(set, seconds)],
  ['spike', (set, { seconds }) => measureSpike(set, seconds / 2)],
  ['lists', (set, { seconds }) => measureLists(set, seconds)],
  ['boards', (set, { seconds }) => measureBoards(set, seconds)],
  ['promises', (set) => measurePromises(set)],
  ['timers', (set) => measureTimers(set)],
  ['import', (set) => measureImport(set, progress)],
  ['doors', (set, { seconds }, soFar) => measureDoors(set, seconds, soFar.find(({ what }) => what === BARE)?.value)],
];

async function figuresOf(asked: Asked): Promise<{ figures: Figure[]; cases: number; entries: number }> {
  const figures: Figure[] = [];
  const begin = (part: Part) => process.stderr.write(`measuring ${part} …\n`);
  let contents = { cases: 0, entries: 0 };
  useHomeOf(asked.scale);
  if (asked.only.has('start')) {
    // Made before its start is measured, and let go of: the start is that of a server nobody has open.
    await (await openDataSet(asked.scale, progress)).close();
    begin('start');
    figures.push(...(await measureStart()));
  }
  const wanted = onData.filter(([part]) => asked.only.has(part));
  if (wanted.length > 0) {
    const set = await openDataSet(asked.scale, progress);
    contents = { cases: set.cases, entries: set.entries };
    try {
      for (const [part, measure] of wanted) {
        begin(part);
        figures.push(...(await measure(set, asked, figures)));
        await set.tidy();
      }
      figures.push({
        part: 'memory',
        what: 'this process, after the load',
        value: process.memoryUsage().rss / 2 ** 20,
        unit: 'MB',
      });
    } finally {
      await set.close();
    }
  }
  if (asked.only.has('districts')) {
    begin('districts');
    const { figures: own, ...held } = await measureDistricts(asked.districts, asked.seconds, progress);
    figures.push(...own);
    if (wanted.length === 0) contents = held;
  }
  if (asked.only.has('clock')) {
    begin('clock');
    figures.push(...measureCalendar());
  }
  if (asked.only.has('reader')) {
    begin('reader');
    figures.push(...measureReader());
  }
  return { figures, ...contents };
}

async function main(args: readonly string[]): Promise<number> {
  const asked = askedIn(args);
  if (asked === 'help') {
    process.stdout.write(`${help}\n`);
    return 0;
  }
  if ('wrong' in asked) {
    process.stderr.write(`${asked.wrong}\n\n${help}\n`);
    return 2;
  }
  const busyBefore = os.loadavg()[0] ?? 0;
  const { figures, cases, entries } = await figuresOf(asked);
  const machine = {
    cores: os.availableParallelism(),
    processor: os.cpus()[0]?.model ?? '',
    node: process.versions.node,
    busyBefore,
  };
  if (asked.json) {
    const rows = figures.map((figure) => ({ ...figure, ratio: ratioOf(figure) }));
    process.stdout.write(`${JSON.stringify({ scale: asked.scale, cases, entries, machine, figures: rows })}\n`);
    return 0;
  }
  process.stdout.write(
    `${cases.toLocaleString('en')} cases, ${entries.toLocaleString('en')} ledger rows; ${machine.cores} cores, ${machine.processor}, ` +
      `Node ${machine.node}; load before ${busyBefore.toFixed(1)}\n\n${tableOf(figures)}\n`,
  );
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
