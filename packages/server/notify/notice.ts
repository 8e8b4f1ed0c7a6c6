import type { Words } from '@huying/kit/error';

/** What the engines put into the outbox for people of the district, under the kind `notice`. */
export interface NoticeItem {
  readonly case: string;
  readonly number: string;
  readonly title: string;
  /** What the id in `case` is of: a type of case; 'promise', 'plan' and 'blocker' are none. */
  readonly type?: string;
  /** Name of the action or rung. */
  readonly what: string;
  readonly does: 'step' | 'warn' | 'urge' | 'escalate' | 'circulate';
  readonly label: Words;
  /** Epoch milliseconds. */
  readonly due?: number;
  readonly recipients: readonly { readonly account: string; readonly post: string }[];
}

/** What a notice can be about besides a case; each has a page of its own. */
export type About = 'case' | 'promise' | 'plan' | 'blocker';

export function aboutOf({ type }: Pick<NoticeItem, 'type'>): About {
  return type === 'promise' || type === 'plan' || type === 'blocker' ? type : 'case';
}

/** Reads an outbox body; undefined where it is no notice. */
export function noticeIn(body: unknown): NoticeItem | undefined {
  const item = body as Partial<NoticeItem> | null;
  const isNotice =
    item !== null &&
    typeof item === 'object' &&
    typeof item.case === 'string' &&
    typeof item.what === 'string' &&
    typeof item.label?.zh === 'string' &&
    Array.isArray(item.recipients);
  return isNotice ? (item as NoticeItem) : undefined;
}
