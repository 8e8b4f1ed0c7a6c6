/** How far long work is, on the error stream: a bar at a terminal, a line for each tenth elsewhere. */
export interface Progress {
  at(what: string, done: number, total: number): void;
  end(): void;
}

const WIDTH = 30;

export function progressOn(stream: NodeJS.WriteStream): Progress {
  let told = '';
  return {
    at(what, done, total) {
      const share = total === 0 ? 1 : Math.min(1, done / total);
      if (stream.isTTY) {
        const full = Math.round(share * WIDTH);
        stream.write(`\r\x1b[K${what} ${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${done}/${total}`);
        told = what;
        return;
      }
      const line = `${what} ${Math.floor(share * 10) * 10} %`;
      if (line !== told) stream.write(`${line}\n`);
      told = line;
    },
    end() {
      if (stream.isTTY && told !== '') stream.write('\r\x1b[K');
      told = '';
    },
  };
}
