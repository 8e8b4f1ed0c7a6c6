import { parseArgs } from 'node:util';
import { type GoldSet, goldIsMissing, goldIsThere, goldSets, type Miss, publishedReport } from '@huying/testing/report';
import { chainScores, cleanScores, damageScores, type SetScores } from './scores.ts';
import { growing, hostileReadings, hostileSizes, hundredKilobytes } from './speed.ts';
import { percent, scoreHeads, scoreRow, tableOf } from './table.ts';

const help = `How well the reader reads published reports, and how fast.

  node --expose-gc bench/reader/main.ts [--train-only] [--show-misses] [--no-damage] [--no-speed]

  --train-only   leave out what is held out from tuning
  --show-misses  print each difference from the readings that may be learnt from; those held out are never shown
  --no-damage    leave out the damaged texts
  --no-speed     leave out times and memory`;

const { values } = parseArgs({
  options: {
    'train-only': { type: 'boolean', default: false },
    'show-misses': { type: 'boolean', default: false },
    'no-damage': { type: 'boolean', default: false },
    'no-speed': { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

if (values.help) process.stdout.write(`${help}\n`);
else if (!goldIsThere) process.stdout.write(`${goldIsMissing}\n`);
else run(goldSets.filter((set) => !(values['train-only'] && set === 'held-out')));

function run(sets: readonly GoldSet[]): void {
  const clean = sets.map(cleanScores);
  print(
    tableOf(
      scoreHeads,
      clean.flatMap(({ set, reports, all }) => [
        ...reports.map(({ report, score }) => scoreRow(`${set}: ${report.replace('.txt', '')}`, score)),
        scoreRow(`${set}: together`, all),
      ]),
    ),
  );
  print(completionTable(clean));
  if (values['show-misses'])
    for (const { set, all } of clean) if (set !== 'held-out') for (const miss of all.misses) show(set, miss);
  if (!values['no-damage']) damaged(sets);
  if (!values['no-speed']) speed();
}

function completionTable(clean: readonly SetScores[]): string {
  const heads = ['completion', 'rows', 'found', 'number', 'status', 'results', 'printed rows', 'right'];
  const rows = clean.map(({ set, completion: { found, number, status, results, outcomes } }) => [
    set,
    found.of,
    ...[found, number, status, results].map(percent),
    outcomes.of,
    percent(outcomes),
  ]);
  const { promise, place, verdict } = chainScores();
  return [
    tableOf(heads, rows),
    `promises and the next report's answers: ${promise.of}; found ${percent(promise)}, right place ${percent(place)}, right verdict ${percent(verdict)}`,
  ].join('\n\n');
}

function damaged(sets: readonly GoldSet[]): void {
  const open = sets.filter((set) => set !== 'held-out');
  for (const group of [open, sets.filter((set) => set === 'held-out')])
    if (group.length > 0)
      print(
        tableOf(
          [`damaged, ${group.join(' and ')}`, ...scoreHeads.slice(1), 'completion rows'],
          damageScores(group).map(({ damage, score, completion }) => [
            ...scoreRow(damage, score),
            percent(completion.status),
          ]),
        ),
      );
}

function speed(): void {
  print(`one read of 100 KB: ${hundredKilobytes().toFixed(1)} ms`);
  print(
    tableOf(
      ['size', 'ms', 'ms per 100 KB', 'answer holds MB', 'most memory MB'],
      growing().map(({ bytes, ms, heldMb, peakMb }) => [
        `${bytes / 1e6} MB`,
        Math.round(ms),
        ((ms / bytes) * 1e5).toFixed(1),
        Math.round(heldMb),
        Math.round(peakMb),
      ]),
    ),
  );
  print(
    tableOf(
      ['hostile text', `ms for ${hostileSizes.small}`, `ms for ${hostileSizes.large}`, 'times'],
      hostileReadings().map(({ what, smallMs, largeMs }) => [
        what,
        smallMs.toFixed(1),
        largeMs === undefined ? 'too slow' : largeMs.toFixed(1),
        largeMs === undefined ? '' : (largeMs / smallMs).toFixed(1),
      ]),
    ),
  );
}

function show(set: GoldSet, { report, what, start, end, note }: Miss): void {
  const text = Array.from(publishedReport(report));
  const words = (from: number, to: number) => text.slice(Math.max(0, from), to).join('').replaceAll(/\s+/g, ' ');
  const at = `${words(start - 12, start)}【${words(start, end)}】${words(end, end + 12)}`;
  process.stdout.write(`${set} ${report.replace('.txt', '')} ${start}  ${what}: ${note}\n    ${at}\n`);
}

function print(words: string): void {
  process.stdout.write(`\n${words}\n`);
}
