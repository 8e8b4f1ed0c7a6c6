import { HuyingError } from '@huying/kit/error';
import type { Command } from 'commander';
import { teach } from './teach.ts';
import type { Terminal } from './terminal.ts';

interface Asked {
  readonly district?: string;
  readonly year?: string;
  readonly fix?: string | true;
}

const YEAR = /^20\d{2}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** `huying lights`: computes the lights of promises anew, and fixes those of a day where asked. */
export function addLights(program: Command, terminal: Terminal): void {
  const { say } = terminal;
  teach(program.command('lights'), terminal, {
    does: {
      zh: '重新计算目标任务的进度和亮灯',
      en: 'Compute the progress and lights of promises anew',
    },
    know: {
      zh: '运行中的程序每天自动计算。加 --fix 把某日的亮灯记入历史，此后不再改变；“连续几期”按历史计算。',
      en: 'A running program does it daily. --fix writes the lights of a day into history for ever; "in a row" counts what history holds.',
    },
    examples: [
      'huying lights',
      'huying lights --district 440199 --year 2026',
      'huying lights --year 2026 --fix 2026-06-30',
    ],
  })
    .option('--district <code>', say({ zh: '只计算一个区', en: 'one district only' }))
    .option(
      '--year <year>',
      say({ zh: '年度，默认为尚有未办结任务的各年', en: 'year; default: all with promises under way' }),
    )
    .option('--fix [day]', say({ zh: '固定某日的亮灯，默认今天', en: 'fix the lights of a day, today unless named' }))
    .action((asked: Asked) => run(asked, terminal));
}

async function run({ district, year, fix }: Asked, terminal: Terminal): Promise<void> {
  const { say } = terminal;
  if (year !== undefined && !YEAR.test(year)) throw new HuyingError('promise.day', { day: year });
  if (typeof fix === 'string' && !DAY.test(fix)) throw new HuyingError('promise.day', { day: fix });
  const [{ withProgram }, { computeLights }] = await Promise.all([
    import('./with-program.ts'),
    import('./compute-lights.ts'),
  ]);
  await withProgram(async ({ services }) => {
    const told = await computeLights(services, {
      ...(district === undefined ? {} : { district }),
      ...(year === undefined ? {} : { year: Number(year) }),
      ...(fix === undefined ? {} : { fix }),
    });
    terminal.answer(
      told,
      told.map((one) =>
        say({
          zh: `${one.district} ${one.year}年：${one.promises} 项目标任务，${lightsIn(one.lights)}${fix === undefined ? '' : `；新固定 ${one.fixed} 项`}。`,
          en: `${one.district} ${one.year}: ${one.promises} promises, ${lightsIn(one.lights)}${fix === undefined ? '' : `; ${one.fixed} fixed`}.`,
        }),
      ),
    );
  });
}

function lightsIn(lights: Readonly<Record<string, number>>): string {
  return Object.entries(lights)
    .map(([light, count]) => `${light} ${count}`)
    .join(', ');
}
