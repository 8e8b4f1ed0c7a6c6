import { HuyingError } from '@huying/kit/error';
import type { Command } from 'commander';
import { compose, statutoryYears } from '../compose.ts';
import { teach } from './teach.ts';
import type { Terminal } from './terminal.ts';

/** `huying calendar`: working days without a database, and a district's calendar in it. */
export function addCalendar(program: Command, terminal: Terminal): void {
  const { say } = terminal;
  const calendar = teach(program.command('calendar'), terminal, {
    does: { zh: '工作日历：期限推算、查看、导入', en: 'The working calendar: periods, listing, import' },
    examples: ['huying calendar due --from 2024-02-08 --working-days 5', 'huying calendar list --district 440199'],
  });
  teach(calendar.command('due'), terminal, {
    does: {
      zh: '推算若干工作日的期限届满之日（不需数据库）',
      en: 'The date a period of working days ends (no database needed)',
    },
    know: {
      zh: '收到次日为第 1 天；按国务院办公厅公布的 2016 年以来的放假调休安排。尚未公布的年份不作推测，报错退出。',
      en: 'The day after receipt is day 1; by the holiday notices of mainland China since 2016. What is not published yet is not guessed: it is an error.',
    },
    examples: [
      'huying calendar due --from 2024-02-08 --working-days 5',
      'huying calendar due --from 2026-09-30 --working-days 15 --json',
    ],
  })
    .requiredOption('--from <YYYY-MM-DD>', say({ zh: '收到之日', en: 'day of receipt' }))
    .requiredOption('--working-days <n>', say({ zh: '工作日数', en: 'number of working days' }))
    .action((asked: { readonly from: string; readonly workingDays: string }) => due(asked, terminal));
  addStored(calendar, terminal);
}

async function due({ from, workingDays }: { from: string; workingDays: string }, terminal: Terminal): Promise<void> {
  const { calendarOf, dueDate } = await import('@huying/kit/calendar');
  if (!/^\d{1,5}$/.test(workingDays)) throw new HuyingError('calendar.amount', { amount: workingDays });
  const calendar = calendarOf({ zone: 'Asia/Shanghai', years: await statutoryYears() });
  const days = Number(workingDays);
  const date = dueDate(calendar, from, days);
  terminal.answer({ from, workingDays: days, due: date }, [date]);
}

function addStored(calendar: Command, terminal: Terminal): void {
  const { say } = terminal;
  const district = ['--district <code>', say({ zh: '区县代码', en: 'code of the district' })] as const;
  teach(calendar.command('list'), terminal, {
    does: { zh: '查看一个区现行的工作日历', en: "A district's calendar in force" },
    examples: ['huying calendar list --district 440199', 'huying calendar list --district 440199 --json'],
  })
    .requiredOption(...district)
    .action(async (asked: { readonly district: string }) => {
      const { calendarInForce, linesOf } = await import('./stored-calendar.ts');
      const { silentLog } = await import('../db/index.ts');
      const opened = await compose({ log: silentLog });
      try {
        const rules = await calendarInForce(opened, asked.district);
        terminal.answer(rules, linesOf(rules, terminal));
      } finally {
        await opened.close();
      }
    });
  teach(calendar.command('import'), terminal, {
    does: { zh: '导入放假调休安排', en: 'Import holiday years' },
    know: {
      zh: '文件为 JSON 数组：[{ "year": 2027, "days": [{ "name": "元旦", "date": "2027-01-01", "isOffDay": true }] }]。已有的年份被替换，其余保留；在途工单的期限随后重新推算。',
      en: 'The file is a JSON array: [{ "year": 2027, "days": [{ "name": "元旦", "date": "2027-01-01", "isOffDay": true }] }]. Years that are there are replaced, the others stay; clocks of open cases are projected anew.',
    },
    examples: ['huying calendar import holidays-2027.json --district 440199 --reason "国办发明电〔2026〕8号"'],
  })
    .argument('<file>', say({ zh: 'JSON 文件', en: 'JSON file' }))
    .requiredOption(...district)
    .requiredOption('--reason <text>', say({ zh: '依据（文件号）', en: 'on what ground (number of the notice)' }))
    .action(async (file: string, asked: { readonly district: string; readonly reason: string }) => {
      const { importYears } = await import('./stored-calendar.ts');
      const { silentLog } = await import('../db/index.ts');
      const opened = await compose({ log: silentLog });
      try {
        const years = await importYears(opened, asked.district, file, asked.reason);
        terminal.answer({ years }, [
          say({ zh: `已导入 ${years.join('、')} 年。`, en: `Imported ${years.join(', ')}.` }),
        ]);
      } finally {
        await opened.close();
      }
    });
}
