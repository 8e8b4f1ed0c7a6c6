import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/** What a process must know to join a running server; kept in `server.json`, for its owner's eyes only. */
export interface ServerState {
  readonly port: number;
  readonly password: string;
}

export function readState(file: string): ServerState | undefined {
  try {
    const value = JSON.parse(readFileSync(file, 'utf8')) as Partial<ServerState>;
    if (typeof value.port !== 'number' || typeof value.password !== 'string') return undefined;
    return { port: value.port, password: value.password };
  } catch {
    return undefined;
  }
}

export function writeState(file: string, state: ServerState): void {
  const half = `${file}.${process.pid}`;
  writeFileSync(half, `${JSON.stringify(state)}\n`, { mode: 0o600 });
  renameSync(half, file);
}
