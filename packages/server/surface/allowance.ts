import { HuyingError } from '@huying/kit/error';

/** So many at once, and one more every so often: a bucket of tokens for each sender. */
export interface AllowanceRule {
  readonly atOnce: number;
  /** Milliseconds until one more is allowed. */
  readonly every: number;
}

export interface Allowances {
  /** Takes one from the sender's bucket. @throws access.tooMany with the seconds to wait */
  take(rule: AllowanceRule, sender: string): void;
  /** How many buckets are held: never more than the limit. */
  readonly size: number;
}

interface Bucket {
  tokens: number;
  at: number;
}

/** Kept in this process and bounded: when full, the sender unseen for longest is forgotten. @param now epoch milliseconds */
export function allowances(now: () => number, limit = 20_000): Allowances {
  // A Map keeps the order of entry: taking out and putting back makes its first the one unseen for longest.
  const buckets = new Map<string, Bucket>();
  return {
    take({ atOnce, every }, sender) {
      const at = now();
      const before = buckets.get(sender);
      const tokens =
        before === undefined ? atOnce : Math.min(atOnce, before.tokens + Math.max(0, at - before.at) / every);
      buckets.delete(sender);
      const oldest = buckets.size >= limit ? buckets.keys().next().value : undefined;
      if (oldest !== undefined) buckets.delete(oldest);
      buckets.set(sender, { tokens: tokens >= 1 ? tokens - 1 : tokens, at });
      if (tokens < 1) {
        throw new HuyingError('access.tooMany', { seconds: Math.max(1, Math.ceil(((1 - tokens) * every) / 1000)) });
      }
    },
    get size() {
      return buckets.size;
    },
  };
}

/** One household or office of IPv6 has a /64 to itself; counting its addresses singly would count nothing. */
export function senderOf(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address;
  const [head = '', tail] = address.split('::');
  const groups = head.split(':').filter((group) => group !== '');
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').filter((group) => group !== '').length;
  return [...groups, ...Array.from({ length: missing }, () => '0')].slice(0, 4).join(':');
}
