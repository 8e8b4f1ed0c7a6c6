import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const root = path.resolve(import.meta.dirname, '..');
const huying = path.join(root, 'packages/server/bin/huying.js');

/** The whole program as a user starts it, in a folder of its own. */
export interface RunningProgram {
  readonly address: string;
  /** Everything it said. */
  said(): string;
  /** Runs a command of the command line against the same data. */
  command(...args: readonly string[]): Promise<string>;
  /** Kills it without warning, as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again on the same data and address. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

export interface ProgramOptions {
  /** How many cases the demo district is given; its year has about 60,000. */
  readonly cases: number;
  /** Whether it has its year of promises already. */
  readonly promises?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Starts `huying serve --demo` and waits until it says that it is ready. */
export async function startProgram(options: ProgramOptions): Promise<RunningProgram> {
  const home = await mkdtemp(path.join(tmpdir(), 'huying-e2e-'));
  // Closed to the database's user, it would put its data elsewhere, where they outlive the story.
  await chmod(home, 0o755);
  const port = await freePort();
  const environment = {
    ...process.env,
    ...options.environment,
    HUYING_HOME: home,
    HUYING_DEMO_CASES: String(options.cases),
    ...(options.promises === false ? { HUYING_DEMO_PROMISES: 'none' } : {}),
    DATABASE_URL: '',
  };
  let child: ChildProcess | undefined;
  let output = '';

  async function start(): Promise<void> {
    output = '';
    const started = spawn(huying, ['serve', '--demo', '--port', String(port)], {
      cwd: root,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = started;
    await new Promise<void>((resolve, reject) => {
      const hear = (bytes: Buffer) => {
        output += bytes.toString('utf8');
        if (output.includes(`http://127.0.0.1:${port}`)) resolve();
      };
      started.stdout?.on('data', hear);
      started.stderr?.on('data', hear);
      started.once('exit', (code) =>
        reject(new Error(`The program ended with ${code} before it was ready:\n${output}`)),
      );
    });
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    const running = child;
    if (running === undefined || running.exitCode !== null || running.signalCode !== null) return;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    running.kill(signal);
    await ended;
  }

  await start();
  return {
    address: `http://127.0.0.1:${port}`,
    said: () => output,
    async command(...args) {
      const { stdout } = await promisify(execFile)(huying, [...args], {
        cwd: root,
        env: environment,
        maxBuffer: 64 * 1024 * 1024,
      });
      return stdout;
    },
    kill: () => end('SIGKILL'),
    start,
    async stop() {
      await end('SIGTERM');
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** A port nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
