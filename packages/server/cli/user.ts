import type { Command } from 'commander';
import { teach } from './teach.ts';
import type { Terminal } from './terminal.ts';
import { withProgram } from './with-program.ts';

interface InDistrict {
  readonly district?: string;
}
interface Added extends InDistrict {
  readonly display?: string;
  readonly role?: string;
  readonly unit?: string;
  readonly locale: string;
}
interface Reasoned extends InDistrict {
  readonly reason: string;
}

/** `huying user`: the first accounts of a district, and help for those locked out. Everyday work is done in the console. */
export function addUser(program: Command, terminal: Terminal): void {
  const { say } = terminal;
  const user = teach(program.command('user'), terminal, {
    does: { zh: '账号：开设、重置、停用、解锁', en: 'Accounts: open, reset, disable, unlock' },
    know: {
      zh: '系统管理、安全管理、审计管理须由不同的人担任（GB/T 22239-2019）。',
      en: 'System, security and audit administration are three persons (GB/T 22239-2019).',
    },
    examples: [
      'huying user add wang.li --display 王丽 --role system-admin --district 440199',
      'huying user add chen.jun --display 陈军 --role security-admin --district 440199',
      'huying user unlock wang.li --reason 本人到场核实',
    ],
  });
  const district = [
    '--district <code>',
    say({ zh: '区县代码（只有一个区时可省略）', en: 'code of the district (may be left out where there is one)' }),
  ] as const;
  const reason = ['--reason <text>', say({ zh: '原因，记入流水', en: 'why; it is kept in the ledger' })] as const;
  const name = ['<name>', say({ zh: '账号名', en: 'name of the account' })] as const;

  teach(user.command('list'), terminal, {
    does: { zh: '查看一个区的账号', en: "List a district's accounts" },
    examples: ['huying user list --district 440199 --json'],
  })
    .option(...district)
    .action((asked: InDistrict) =>
      withProgram(async (opened) => {
        const { usersOf } = await import('./users.ts');
        const users = await usersOf(opened, asked.district);
        const lines = users.map(({ name: known, displayName, state, roles }) => {
          return `${known.padEnd(24)} ${displayName}  ${roles.join(', ')}${state === 'active' ? '' : `  [${state}]`}`;
        });
        terminal.answer(users, lines);
      }),
    );

  teach(user.command('add'), terminal, {
    does: { zh: '开设账号，可同时给一个岗位', en: 'Open an account, with a post if told' },
    know: {
      zh: '初始密码只显示一次，首次登录须修改。',
      en: 'The first password is shown once and must be changed at the first sign-in.',
    },
    examples: [
      'huying user add wang.li --display 王丽 --role system-admin',
      'huying user add zhao --display 赵强 --role handler --unit csj',
    ],
  })
    .argument(...name)
    .option('--display <text>', say({ zh: '显示的姓名', en: 'name as shown' }))
    .option('--role <role>', say({ zh: '岗位的角色', en: 'role of the post' }))
    .option(
      '--unit <code>',
      say({ zh: '岗位所在单位的代码（默认最上级单位）', en: 'code of its unit (default: the top unit)' }),
    )
    .option('--locale <zh|en>', say({ zh: '界面语言', en: 'language of the pages' }), 'zh')
    .option(...district)
    .action((known: string, asked: Added) =>
      withProgram(async (opened) => {
        const { addUserTo } = await import('./users.ts');
        const locale = asked.locale === 'en' ? 'en' : 'zh';
        const made = await addUserTo(opened, { ...asked, name: known, locale });
        terminal.answer(made, [
          say({
            zh: `已开设 ${known}。初始密码：${made.password}`,
            en: `Opened ${known}. First password: ${made.password}`,
          }),
        ]);
      }),
    );

  teach(user.command('reset'), terminal, {
    does: { zh: '重置密码', en: 'Set a first password again' },
    know: { zh: '其所有登录立即失效。', en: 'All of its sessions end at once.' },
    examples: ['huying user reset wang.li --reason 忘记密码'],
  })
    .argument(...name)
    .requiredOption(...reason)
    .option(...district)
    .action((known: string, asked: Reasoned) =>
      withProgram(async (opened) => {
        const { resetUser } = await import('./users.ts');
        const { password } = await resetUser(opened, known, asked.district, asked.reason);
        terminal.answer({ name: known, password }, [
          say({ zh: `新的初始密码：${password}`, en: `New first password: ${password}` }),
        ]);
      }),
    );

  const switches = [
    { act: 'disable', does: { zh: '停用账号', en: 'Disable an account' }, done: { zh: '已停用。', en: 'Disabled.' } },
    {
      act: 'unlock',
      does: { zh: '解锁或重新启用账号', en: 'Lift a lock, or enable an account again' },
      done: { zh: '已解锁。', en: 'Unlocked.' },
    },
  ] as const;
  for (const { act, does, done } of switches) {
    teach(user.command(act), terminal, {
      does,
      examples: [`huying user ${act} wang.li --reason ${say({ zh: '本人申请', en: '"asked in person"' })}`],
    })
      .argument(...name)
      .requiredOption(...reason)
      .option(...district)
      .action((known: string, asked: Reasoned) =>
        withProgram(async (opened) => {
          const { switchUser } = await import('./users.ts');
          await switchUser(opened, act, known, asked.district, asked.reason);
          terminal.answer({ name: known, [act]: true }, [say(done)]);
        }),
      );
  }
}
