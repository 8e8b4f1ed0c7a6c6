import { useReader } from '../reader/index.ts';
import type { ItemList } from './review-data.ts';

/** How far the review is: what was taken, what was left out, what is open. */
export function ProgressBar({ progress }: { readonly progress: ItemList['progress'] }) {
  const { t } = useReader();
  const { total, open, accepted, corrected, dismissed, split, merged } = progress;
  const taken = accepted + corrected;
  const reshaped = split + merged;
  const share = (count: number) => ({ width: `${total === 0 ? 0 : (count / total) * 100}%` });
  return (
    <div className="review-progress">
      <div className="review-bar" role="img" aria-label={t('review.progress', { done: total - open, total })}>
        <span data-part="taken" style={share(taken)} />
        <span data-part="reshaped" style={share(reshaped)} />
        <span data-part="out" style={share(dismissed)} />
      </div>
      <span className="num">{t('review.progress', { done: total - open, total })}</span>
      <span className="quiet num">{t('review.progressParts', { taken, reshaped, dismissed, open })}</span>
    </div>
  );
}
