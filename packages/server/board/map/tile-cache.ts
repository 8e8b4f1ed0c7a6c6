/** A tile ready to be sent. `bytes` is null where nothing is on it. */
export interface KeptTile {
  readonly bytes: Buffer | null;
  readonly etag: string;
}

/** Tiles that were made a moment ago, by everything that decided what is on them. */
export interface TileCache {
  /**
   * The tile kept under a key if it is still good, else the one that `make` makes. Those who ask for the same while it is made wait for it.
   * @param lastChange when the tenant's cases last changed as far as this process knows, epoch milliseconds.
   */
  get(key: string, lastChange: number, make: () => Promise<KeptTile>): Promise<KeptTile>;
  readonly bytes: number;
}

/** Milliseconds a tile is served at most after its reading began, whatever happened elsewhere. */
export const servedAtMost = 5_000;
/** The same where this process knows of a change since: a tile that changes all the time is still not made for every glance. */
export const servedAtMostChanged = 1_000;
const largest = 16 * 1024 * 1024;
/** What an entry costs besides its bytes. */
const overhead = 500;

interface Entry {
  readonly tile: Promise<KeptTile>;
  /** When its reading began. */
  readonly at: number;
  size: number;
}

export function tileCache(now: () => number): TileCache {
  const entries = new Map<string, Entry>();
  let bytes = 0;

  function drop(key: string, entry: Entry): void {
    if (entries.get(key) !== entry) return;
    entries.delete(key);
    bytes -= entry.size;
  }

  function isGood({ at }: Entry, lastChange: number): boolean {
    const age = now() - at;
    // A clock set back makes nothing good for longer.
    if (age < 0) return false;
    return age < (lastChange < at ? servedAtMost : servedAtMostChanged);
  }

  return {
    get bytes() {
      return bytes;
    },
    async get(key, lastChange, make) {
      const kept = entries.get(key);
      if (kept !== undefined && isGood(kept, lastChange)) return kept.tile;
      if (kept !== undefined) drop(key, kept);
      const entry: Entry = { tile: make(), at: now(), size: overhead + key.length };
      entries.set(key, entry);
      bytes += entry.size;
      try {
        const tile = await entry.tile;
        if (entries.get(key) === entry) {
          const more = tile.bytes?.length ?? 0;
          entry.size += more;
          bytes += more;
        }
        // The oldest go first: a Map keeps the order in which they came.
        for (const [one, oldest] of entries) {
          if (bytes <= largest) break;
          drop(one, oldest);
        }
        return tile;
      } catch (error) {
        drop(key, entry);
        throw error;
      }
    },
  };
}
