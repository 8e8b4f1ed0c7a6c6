/** Answers that many ask for at the same time, found once. */
export interface Freshness {
  /** The answer under a key: one found no longer ago than it stays fresh, one being found, else a new one. `now` in epoch milliseconds. */
  once<T>(key: string, now: number, find: () => Promise<T>): Promise<T>;
}

const MOST = 200;

/** Keeps an answer for some milliseconds. A failure is not kept. A board says when its numbers were read, so nobody takes them for newer. */
export function freshFor(milliseconds: number): Freshness {
  const kept = new Map<string, { readonly at: number; readonly answer: Promise<unknown> }>();
  return {
    once<T>(key: string, now: number, find: () => Promise<T>): Promise<T> {
      const known = kept.get(key);
      if (known !== undefined && now - known.at < milliseconds && now >= known.at) return known.answer as Promise<T>;
      const answer = find();
      kept.delete(key);
      kept.set(key, { at: now, answer });
      answer.catch(() => {
        if (kept.get(key)?.answer === answer) kept.delete(key);
      });
      for (const [oldest] of kept) {
        if (kept.size <= MOST) break;
        kept.delete(oldest);
      }
      return answer;
    },
  };
}
