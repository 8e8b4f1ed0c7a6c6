import { type Draft, tail } from './token.ts';

const counted = /^(?:年|个?月|个?季度|届|次|天|日|周|个年头)$/;

/** 连续五年, 连续6个月: a streak. */
export function streak(text: string, draft: Draft): void {
  if (!counted.test(draft.unit)) return;
  const lead = /连续(?:保持|实现|超过?|近)?$/.exec(tail(text, draft.from, 6))?.[0];
  if (lead === undefined) return;
  draft.form = 'streak';
  draft.streak = { n: draft.value, unit: draft.unit };
  draft.from -= lead.length;
  draft.raw = text.slice(draft.from, draft.to);
}
