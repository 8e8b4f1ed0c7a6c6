import type { DocumentNode, SectionRole } from '../report.ts';
import type { GivenText } from '../text/index.ts';

export type NodeKind = DocumentNode['kind'];

/** What a node carries beside its kind and span. */
export interface Traits {
  level?: number | undefined;
  ordinal?: number | undefined;
  title?: string | undefined;
  role?: SectionRole | undefined;
  runIn?: boolean | undefined;
  doubt?: string | undefined;
}

interface Draft extends Traits {
  readonly kind: NodeKind;
  readonly from: number;
  to: number;
  readonly children: Draft[];
}

/** Grows the document from its leaves in reading order; indices are UTF-16 until `finish` turns them into code points. */
export class Growth {
  readonly #stack: Draft[] = [{ kind: 'document', from: 0, to: 0, children: [] }];
  #at = 0;

  /** Where the next leaf begins. */
  get at(): number {
    return this.#at;
  }
  get depth(): number {
    return this.#stack.length;
  }

  open(kind: NodeKind, traits: Traits = {}): void {
    const draft: Draft = { kind, from: this.#at, to: this.#at, children: [], ...traits };
    this.#stack.at(-1)?.children.push(draft);
    this.#stack.push(draft);
  }

  /** Closes containers until `depth` of them are open; the document itself is one. */
  closeTo(depth: number): void {
    while (this.#stack.length > Math.max(1, depth)) this.#close();
  }

  #close(): void {
    const draft = this.#stack.pop();
    if (draft !== undefined) draft.to = this.#at;
  }

  /** A leaf from where the last one ended; nothing comes of an empty one. */
  leaf(kind: NodeKind, to: number, traits: Traits = {}): void {
    if (to <= this.#at) return;
    this.#stack.at(-1)?.children.push({ kind, from: this.#at, to, children: [], ...traits });
    this.#at = to;
  }

  finish(given: GivenText): DocumentNode {
    this.closeTo(1);
    const root = this.#stack[0];
    if (root === undefined) throw new Error('a document has a root');
    root.to = this.#at;
    return settled(root, given);
  }
}

/** Depth is bounded by the kinds of containers, so the recursion is too. */
function settled(draft: Draft, given: GivenText): DocumentNode {
  const { kind, from, to, children, level, ordinal, title, role, runIn, doubt } = draft;
  return {
    kind,
    start: given.codePoint(from),
    end: given.codePoint(to),
    children: children.map((child) => settled(child, given)),
    ...(level === undefined ? {} : { level }),
    ...(ordinal === undefined ? {} : { ordinal }),
    ...(title === undefined ? {} : { title }),
    ...(role === undefined ? {} : { role }),
    ...(runIn === undefined ? {} : { runIn }),
    ...(doubt === undefined ? {} : { doubt }),
  };
}
