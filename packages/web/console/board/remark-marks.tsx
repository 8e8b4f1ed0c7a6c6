import type { Remark } from './figure-text.ts';

/** What is out of the ordinary about a number, beside it. */
export function RemarkMarks({ remarks }: { readonly remarks: readonly Remark[] }) {
  return remarks.map(({ kind, text, hint }) => (
    <span key={kind} className={kind === 'alarm' ? 'mark strong' : 'mark'} title={hint}>
      {text}
    </span>
  ));
}
