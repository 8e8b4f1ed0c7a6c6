import { HuyingError } from '@huying/kit/error';
import { Command, CommanderError } from 'commander';
import { addBackup } from './backup.ts';
import { addCalendar } from './calendar.ts';
import { addCity } from './city.ts';
import { addDefinitions } from './definitions.ts';
import { addDistribute } from './distribute.ts';
import { addDistrict } from './district.ts';
import { tellFailure } from './failure.ts';
import { addImport } from './import.ts';
import { addLights } from './lights.ts';
import { addMigrate } from './migrate.ts';
import { addRead } from './read.ts';
import { addRecount } from './recount.ts';
import { addRestore } from './restore.ts';
import { addSearch } from './search.ts';
import { addServe } from './serve.ts';
import { teach } from './teach.ts';
import { languageFrom, type Terminal, terminalOf } from './terminal.ts';
import { addUser } from './user.ts';
import { addVerifyLedger } from './verify-ledger.ts';
import { addWork } from './work.ts';

/** The command line: every command is a door to the same operations that HTTP reaches. Answers the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const terminal = terminalOf(languageFrom(args, process.env), args.includes('--json'));
  try {
    await programOf(terminal).parseAsync([...args], { from: 'user' });
    return 0;
  } catch (error) {
    const debug = args.includes('--debug');
    if (!(error instanceof CommanderError)) return tellFailure(error, terminal, debug);
    if (error.exitCode === 0 || error.code === 'commander.help') return error.exitCode;
    return tellFailure(new HuyingError('request.command', { what: whatIsWrong(error, terminal) }), terminal, debug);
  }
}

function programOf(terminal: Terminal): Command {
  const { say } = terminal;
  const program = teach(new Command('huying'), terminal, {
    does: {
      zh: '呼应：区县政府运行平台。有呼必应，言出必行。',
      en: 'Huying: the operating platform of a district government. Every call answered, every promise kept.',
    },
    know: {
      zh: '不设 DATABASE_URL 时使用内置 PostgreSQL，数据在 .huying/（可用 HUYING_HOME 另指）。',
      en: 'Without DATABASE_URL an embedded PostgreSQL is used, its data under .huying/ (elsewhere with HUYING_HOME).',
    },
    examples: ['huying serve --demo', 'huying user --help', 'huying calendar due --from 2024-02-08 --working-days 5'],
  });
  program
    .option('--json', say({ zh: '以 JSON 输出，供程序读取', en: 'answer in JSON, for machines' }))
    .option('--lang <zh|en>', say({ zh: '语言', en: 'language' }))
    .option('--debug', say({ zh: '出错时显示详细位置', en: 'show where an error happened' }))
    .helpCommand(false);
  for (const add of [
    addServe,
    addWork,
    addImport,
    addBackup,
    addRestore,
    addVerifyLedger,
    addRecount,
    addLights,
    addDistrict,
    addUser,
    addCalendar,
    addRead,
    addCity,
    addDefinitions,
    addSearch,
    addMigrate,
    addDistribute,
  ]) {
    add(program, terminal);
  }
  settle(program);
  return program;
}

/** Commander throws instead of ending the process, and leaves telling of errors to us. */
function settle(command: Command): void {
  command.exitOverride().configureOutput({ writeErr: () => undefined });
  for (const below of command.commands) settle(below);
}

const wrong: Readonly<Record<string, string>> = {
  'commander.unknownOption': '没有这个选项',
  'commander.unknownCommand': '没有这个命令',
  'commander.missingArgument': '缺少参数',
  'commander.excessArguments': '参数过多',
  'commander.optionMissingArgument': '选项缺少值',
  'commander.missingMandatoryOptionValue': '缺少必填选项',
  'commander.invalidArgument': '值不合要求',
};

function whatIsWrong({ code, message }: CommanderError, { locale }: Terminal): string {
  const said = message.replace(/^error: /, '').replace(/\.$/, '');
  const named = /'([^']+)'/.exec(said)?.[1];
  const zh = wrong[code];
  return locale === 'zh' && zh !== undefined ? `${zh}${named === undefined ? '' : `“${named}”`}` : said;
}

/** A reader such as `head` that stops reading is no failure. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await main(process.argv.slice(2));
