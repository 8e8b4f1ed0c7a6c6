/** How far behind an item is when a notice is sent. */
export type NoticeLevel = 'near' | 'behind' | 'overdue';

const USUAL: Readonly<Record<NoticeLevel, string>> = { near: 'blue', behind: 'yellow', overdue: 'red' };

/** The colour of a notice by its level and the district's parameter `supervision.noticeColours`; what it leaves out is as usual. */
export function noticeColour(level: NoticeLevel, colours: unknown): string {
  const own = typeof colours === 'object' && colours !== null ? (colours as Record<string, unknown>)[level] : undefined;
  return typeof own === 'string' && own !== '' ? own : USUAL[level];
}
