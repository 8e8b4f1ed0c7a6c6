import type { Command } from 'commander';
import { statutoryYears } from '../compose.ts';
import { teach } from './teach.ts';
import type { Terminal } from './terminal.ts';
import { withProgram } from './with-program.ts';

interface Added {
  readonly name: string;
  readonly nameEn?: string;
  readonly zone: string;
}

/** `huying district`: the districts of this database. */
export function addDistrict(program: Command, terminal: Terminal): void {
  const { say } = terminal;
  const district = teach(program.command('district'), terminal, {
    does: { zh: '区县：登记、查看', en: 'Districts: register, list' },
    examples: ['huying district add 440199 --name 清江区 --name-en "Qingjiang District"', 'huying district list'],
  });
  teach(district.command('add'), terminal, {
    does: { zh: '登记一个区县和它的最上级单位', en: 'Register a district and its top unit' },
    know: {
      zh: '中国区县用 GB/T 2260 六位代码，并带有 2016 年以来的放假安排；其他时区请随后用 huying calendar import 导入。再用 huying user add 开设系统管理员和安全管理员。',
      en: 'In China the code has the six digits of GB/T 2260, and the holidays since 2016 come with it; elsewhere import them next with "huying calendar import". Then open a system and a security administrator with "huying user add".',
    },
    examples: ['huying district add 440199 --name 清江区 --name-en "Qingjiang District" --zone Asia/Shanghai'],
  })
    .argument('<code>', say({ zh: '代码', en: 'code' }))
    .requiredOption('--name <text>', say({ zh: '名称', en: 'its name' }))
    .option('--name-en <text>', say({ zh: '英文名称', en: 'its name in English' }))
    .option('--zone <zone>', say({ zh: '时区', en: 'time zone' }), 'Asia/Shanghai')
    .action((code: string, asked: Added) =>
      withProgram(async (opened) => {
        const { services } = opened;
        const [{ createTenant }, { runOperation, theSystem }, { createUnit }, { setYears }] = await Promise.all([
          import('../tenant/index.ts'),
          import('../ledger/index.ts'),
          import('../org/index.ts'),
          import('./stored-calendar.ts'),
        ]);
        const name = { zh: asked.name, en: asked.nameEn ?? asked.name };
        await createTenant(services.db, { code, name, zone: asked.zone }, services.now());
        const input = { parent: null, code: 'district', kind: 'district' as const, name };
        const { id } = await runOperation(services, createUnit, { tenant: code, actor: theSystem, input });
        // Everywhere else the holidays are its own, and are imported.
        if (asked.zone === 'Asia/Shanghai') {
          await setYears(opened, code, await statutoryYears(), '国务院办公厅放假安排（2016 年以来）');
        }
        const told = say({ zh: `已登记 ${code} ${asked.name}。`, en: `Registered ${code} ${name.en}.` });
        terminal.answer({ code, name, zone: asked.zone, unit: id }, [told]);
      }),
    );
  teach(district.command('list'), terminal, {
    does: { zh: '查看区县', en: 'List the districts' },
    examples: ['huying district list --json'],
  }).action(() =>
    withProgram(async ({ services }) => {
      const { listTenants } = await import('../tenant/index.ts');
      const all = await listTenants(services.db);
      terminal.answer(
        all,
        all.map(({ code, name, zone }) => `${code.padEnd(16)} ${say(name)}  ${zone}`),
      );
    }),
  );
}
