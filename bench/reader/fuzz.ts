import { readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { goldIsMissing, goldIsThere, publishedReport } from '@huying/testing/report';
import { mutated } from './mutation.ts';
import { unsound } from './soundness.ts';

const help = `Reads changed reports and checks that nothing throws, that leaves tile the text and that quotes are exact.

  node bench/reader/fuzz.ts [1000000] [--seed 1] [--show]

  --seed  the first of as many seeds as there are changes; two processes share the work with seeds apart
  --show  print the changed text of the first seed and read no further`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    show: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
const count = Number(positionals[0] ?? '100000');
const first = Number(values.seed);

if (values.help || !Number.isInteger(count) || !Number.isInteger(first)) {
  process.stdout.write(`${help}\n`);
  process.exitCode = values.help ? 0 : 2;
} else if (!goldIsThere) process.stdout.write(`${goldIsMissing}\n`);
else run();

function run(): void {
  const folder = new URL('../../../shared/data/reports/', import.meta.url);
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map(publishedReport);
  if (values.show) {
    process.stdout.write(`${mutated(texts, first)}\n`);
    return;
  }
  const from = performance.now();
  let failures = 0;
  let characters = 0;
  for (let seed = first; seed < first + count; seed++) {
    const text = mutated(texts, seed);
    characters += text.length;
    const fault = unsound(text);
    if (fault !== undefined) {
      failures++;
      if (failures <= 20) process.stdout.write(`seed ${seed}: ${fault}\n`);
    }
    if ((seed - first + 1) % 50_000 === 0) process.stderr.write(`${(seed - first + 1).toLocaleString('en')} …\n`);
  }
  const seconds = (performance.now() - from) / 1000;
  const speed = `${Math.round(count / seconds).toLocaleString('en')} changes/s, ${(characters / seconds / 1e6).toFixed(2)} million characters/s`;
  process.stdout.write(`${count.toLocaleString('en')} changes, ${failures} failures, ${speed}\n`);
  process.exitCode = failures === 0 ? 0 : 1;
}
