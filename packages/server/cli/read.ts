import { HuyingError } from '@huying/kit/error';
import type { Command } from 'commander';
import { teach } from './teach.ts';
import type { Terminal } from './terminal.ts';

interface Asked {
  readonly check?: true;
  readonly targets?: true;
  readonly text?: true;
  readonly compare?: readonly string[];
}

/** `huying read`: a work report as data, without a database. */
export function addRead(program: Command, terminal: Terminal): void {
  const { say } = terminal;
  teach(program.command('read'), terminal, {
    does: {
      zh: '读政府工作报告：结构、目标、民生实事、核对（不需数据库）',
      en: 'Read a government work report: parts, targets, items, checks (no database needed)',
    },
    know: {
      zh: '可读 .txt（UTF-8、UTF-16、GBK、Big5）、.html、.docx 和带文字层的 PDF，按内容辨认；“-”为标准输入。位置均为文字中的字符序号（Unicode 码位，从 0 起）。',
      en: 'Reads .txt (UTF-8, UTF-16, GBK, Big5), .html, .docx and PDF with a text layer, known by their content; "-" is standard input. Places count code points of the text, from 0.',
    },
    examples: [
      'huying read report.docx',
      'huying read report.pdf --check',
      'huying read report.txt --targets > targets.jsonl',
      'huying read --compare 2023.txt 2024.txt',
    ],
  })
    .argument('[file]', say({ zh: '报告文件', en: 'file of the report' }))
    .option('--check', say({ zh: '核对合计、比率与前后矛盾', en: 'check sums, rates and contradictions' }))
    .option('--targets', say({ zh: '每个数字目标一行 JSON', en: 'a line of JSON for each numeric target' }))
    .option('--text', say({ zh: '只输出文字（位置据此计数）', en: 'the text alone, in which places are counted' }))
    .option(
      '--compare <files...>',
      say({
        zh: '两份报告：前一份的目标，后一份如何回答',
        en: 'two reports: what the first promised and the second answers',
      }),
    )
    .action((file: string | undefined, asked: Asked) => read(file, asked, terminal));
}

async function read(
  file: string | undefined,
  { check, targets, text, compare }: Asked,
  terminal: Terminal,
): Promise<void> {
  const { say } = terminal;
  if (compare !== undefined) {
    const [first, second, ...others] = file === undefined ? compare : [file, ...compare];
    if (first === undefined || second === undefined || others.length > 0) {
      throw new HuyingError('request.command', {
        what: say({ zh: '--compare 需要两份报告', en: '--compare takes two reports' }),
      });
    }
    await compareReports(first, second, terminal);
    return;
  }
  if (file === undefined) {
    throw new HuyingError('request.command', { what: say({ zh: '没有指明报告文件', en: 'no file was named' }) });
  }
  if (text === true) await printText(file, terminal);
  else if (targets === true) await printTargets(file, terminal);
  else await printReport(file, check === true, terminal);
}

async function printText(file: string, terminal: Terminal): Promise<void> {
  const { openFile } = await import('./read/opened-report.ts');
  const opened = await openFile(file);
  terminal.answer({ file, ...opened }, [opened.text.replace(/\n$/, '')]);
}

async function printTargets(file: string, terminal: Terminal): Promise<void> {
  const [{ openReport }, { targetLine }] = await Promise.all([
    import('./read/opened-report.ts'),
    import('./read/target-line.ts'),
  ]);
  const { report } = await openReport(file);
  if (report.likeness.kind === 'other') {
    terminal.err(
      terminal.say({
        zh: `这不是政府工作报告（相似度 ${report.likeness.score}），没有列出目标；不加 --targets 可看理由。`,
        en: `This is not a government work report (likeness ${report.likeness.score}): no targets are listed. Without --targets the grounds are told.`,
      }),
    );
    return;
  }
  for (const target of report.targets) terminal.out(JSON.stringify(targetLine(target)));
}

async function printReport(file: string, isCheck: boolean, terminal: Terminal): Promise<void> {
  const { openReport } = await import('./read/opened-report.ts');
  const opened = await openReport(file);
  const { report, text: _text, ...how } = opened;
  if (terminal.json) {
    terminal.answer(
      isCheck ? { ...how, likeness: report.likeness, findings: report.findings } : { ...how, ...report },
      [],
    );
    return;
  }
  const sheet = await sheetFor(terminal);
  const lines = await (async () => {
    if (report.likeness.kind === 'other')
      return (await import('./read/no-report-lines.ts')).noReportLines(opened, sheet);
    if (isCheck) return (await import('./read/check-lines.ts')).checkLines(opened, sheet);
    return (await import('./read/outline-lines.ts')).outlineLines(opened, sheet);
  })();
  for (const line of lines) terminal.out(line);
}

async function compareReports(first: string, second: string, terminal: Terminal): Promise<void> {
  const [{ openReport }, { compare }, { compareLines, countAnswers }] = await Promise.all([
    import('./read/opened-report.ts'),
    import('@huying/reader/compare'),
    import('./read/compare-lines.ts'),
  ]);
  const before = await openReport(first);
  const after = await openReport(second);
  const answers = compare(before.report, after.report);
  const about = ({ file, report }: typeof before) => ({ file, likeness: report.likeness, about: report.about });
  terminal.answer(
    { before: about(before), after: about(after), counts: countAnswers(answers), answers },
    compareLines(before, after, answers, await sheetFor(terminal)),
  );
}

/** Colour and width of the output; what is not a terminal gets neither colour nor cuts. */
async function sheetFor({ say }: Terminal) {
  const { inkFor } = await import('./read/ink.ts');
  const isTerminal = process.stdout.isTTY === true;
  const width = isTerminal ? Math.max(60, process.stdout.columns ?? 80) : Number.POSITIVE_INFINITY;
  return { ink: inkFor(isTerminal, process.env), width, say };
}
