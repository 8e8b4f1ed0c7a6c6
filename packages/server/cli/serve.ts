import { setFlagsFromString } from 'node:v8';
import { HuyingError } from '@huying/kit/error';
import type { Command } from 'commander';
import type { DemoSignIn, Program } from '../compose/index.ts';
import { compose, demoDistrict, seedDemo } from '../compose.ts';
import { runningLog, runUntilStopped } from './run-until-stopped.ts';
import { teach } from './teach.ts';
import type { Terminal } from './terminal.ts';

interface Asked {
  readonly port: string;
  readonly host: string;
  readonly demo?: boolean;
  readonly work: boolean;
}

/** `huying serve`: pages and API, and unless told otherwise the clocks too. */
export function addServe(program: Command, terminal: Terminal): void {
  const { say } = terminal;
  teach(program.command('serve'), terminal, {
    does: { zh: '提供页面和接口', en: 'Serve pages and API' },
    know: {
      zh: '时钟和发送也在本进程运行，除非给出 --no-work。对外提供服务时，请在前面放置带证书的反向代理。Ctrl-C 停止。',
      en: 'Clocks and senders run in this process too, unless --no-work is given. To serve beyond this machine put a proxy with a certificate before it. Ctrl-C stops it.',
    },
    examples: [
      'huying serve --demo',
      'huying serve --port 8090 --no-work',
      'DATABASE_URL=postgres://huying:…@db/huying huying serve',
    ],
  })
    .option('--port <port>', say({ zh: '端口', en: 'port' }), '8080')
    .option('--host <address>', say({ zh: '监听地址', en: 'address to listen on' }), '127.0.0.1')
    .option('--demo', say({ zh: '空库时建立演示区（清江区）', en: 'fill an empty database with the demo district' }))
    .option('--no-work', say({ zh: '本进程不运行时钟和发送', en: 'leave clocks and senders to "huying work"' }))
    .action((asked: Asked) => serve(asked, terminal));
}

async function serve(asked: Asked, terminal: Terminal): Promise<void> {
  // The database beside it has more use for the memory than garbage has: by default the heap would grow fourfold before it is looked through.
  setFlagsFromString('--heap-growing-percent=40');
  const port = portOf(asked.port);
  const demo = asked.demo === true;
  const log = await runningLog();
  const program = await compose({
    log,
    publicDistrict: process.env.HUYING_DISTRICT ?? (demo ? demoDistrict : undefined),
  });
  try {
    const signIns = demo ? await seeded(program, terminal) : [];
    if (asked.work) program.work();
    const address = await program.serve({ host: asked.host, port });
    terminal.answer({ address, signIns }, greeting(address, signIns, terminal));
  } catch (error) {
    await program.close();
    throw error;
  }
  await runUntilStopped(() => program.close(), terminal);
}

async function seeded(program: Program, terminal: Terminal): Promise<readonly DemoSignIn[]> {
  const progress = await terminal.progress();
  try {
    return await seedDemo(program, (step, done, total) => progress.at(terminal.say(step), done, total));
  } finally {
    progress.end();
  }
}

function greeting(address: string, signIns: readonly DemoSignIn[], { say }: Terminal): string[] {
  const lines = [
    '',
    say({ zh: '呼应已就绪', en: 'Huying is ready' }),
    `  ${say({ zh: '页面', en: 'pages' })}  ${address}`,
    `  ${say({ zh: '接口', en: 'API' })}  ${address}/api/docs`,
  ];
  const first = signIns[0];
  if (first !== undefined) {
    lines.push(
      '',
      say({
        zh: `演示账号（密码都是 ${first.password}）：`,
        en: `Demo sign-ins (password of all: ${first.password}):`,
      }),
    );
    lines.push(...signIns.map(({ name, who }) => `  ${name.padEnd(14)} ${say(who)}`));
  }
  return [...lines, '', say({ zh: '按 Ctrl-C 停止。', en: 'Ctrl-C stops it.' })];
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new HuyingError('request.command', { what: `--port ${text}` });
  return port;
}
