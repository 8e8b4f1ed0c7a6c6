import { HuyingError } from '@huying/kit/error';
import type { Command } from 'commander';
import { teach } from './teach.ts';
import type { Terminal } from './terminal.ts';

const anchorFaults = {
  missing: { zh: '锚定文件不见了', en: 'the anchor file is missing' },
  changed: { zh: '锚定文件被改动', en: 'the anchor file was changed' },
  unchained: { zh: '锚定文件没有接在前一个之后', en: 'the anchor file does not follow the one before it' },
  ledger: { zh: '流水与锚定文件不符', en: 'the ledger does not agree with the anchor file' },
} as const;

interface Asked {
  readonly district?: string;
  readonly subject?: string;
}

/** `huying verify-ledger`: recomputes every chain and compares the heads with their anchors. */
export function addVerifyLedger(program: Command, terminal: Terminal): void {
  const { say } = terminal;
  teach(program.command('verify-ledger'), terminal, {
    does: {
      zh: '校验流水：重算每条链，与锚定文件核对',
      en: 'Verify the ledger: recompute every chain, compare with its anchors',
    },
    know: {
      zh: '运行中也可校验；发现一处不符即指出并以非零码退出。锚定文件在 .huying/anchors。',
      en: 'May be done while the program runs; the first thing that does not agree is named, and the exit code is not zero. Anchors are in .huying/anchors.',
    },
    examples: [
      'huying verify-ledger',
      'huying verify-ledger --district 440199 --json',
      'huying verify-ledger --district 440199 --subject 01890a5d-…',
    ],
  })
    .option('--district <code>', say({ zh: '只校验一个区', en: 'one district only' }))
    .option('--subject <id>', say({ zh: '只校验一个主体', en: 'one subject only' }))
    .action((asked: Asked) => verify(asked, terminal));
}

async function verify({ district, subject }: Asked, terminal: Terminal): Promise<void> {
  const { say } = terminal;
  const [{ openDb }, { checkAnchors, verifyChains }, { listTenants }, { districtOrOnly }] = await Promise.all([
    import('../db/index.ts'),
    import('../ledger/index.ts'),
    import('../tenant/index.ts'),
    import('./district-named.ts'),
  ]);
  const db = await openDb();
  const progress = await terminal.progress();
  try {
    const meant =
      district === undefined && subject === undefined ? await listTenants(db) : [await districtOrOnly(db, district)];
    const told: unknown[] = [];
    const lines: string[] = [];
    for (const { code, name } of meant) {
      const onProgress = (done: number, total: number) => progress.at(code, done, total);
      const { subjects, entries, broken } = await verifyChains(db, code, {
        onProgress,
        ...(subject === undefined ? {} : { subject }),
      });
      if (broken !== null) {
        const place = { path: `/${broken.subject}/${broken.seq}`, ...broken.reason };
        throw new HuyingError('ledger.broken', { subject: broken.subject, seq: broken.seq }, [place]);
      }
      const anchors = subject === undefined ? await checkAnchors(db, code) : undefined;
      if (anchors?.whole === false) {
        const place = { path: anchors.file, ...anchorFaults[anchors.reason] };
        throw new HuyingError('ledger.broken', { subject: anchors.subject ?? anchors.file, seq: 0 }, [place]);
      }
      const files = anchors?.files ?? 0;
      told.push({ district: code, subjects, entries, anchors: files, whole: true });
      lines.push(
        say({
          zh: `${code} ${name.zh}：${subjects} 条链、${entries} 条流水、${files} 个锚定文件，全部相符。`,
          en: `${code} ${name.en}: ${subjects} chains, ${entries} entries, ${files} anchor files; all agree.`,
        }),
      );
    }
    progress.end();
    terminal.answer(told, lines);
  } finally {
    progress.end();
    await db.close();
  }
}
