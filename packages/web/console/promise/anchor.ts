import { useEffect } from 'react';
import { useLocation } from 'react-router';
import type { IndicatorView } from '../../client/index.ts';

/** The indicator an address points at, by itself or by one of its values: `#indicator-length`, `#observation-…`. */
export function indicatorAt(indicators: readonly IndicatorView[], hash: string): IndicatorView | undefined {
  return indicators.find(
    ({ name, observations }) =>
      hash === `#indicator-${name}` || observations.some(({ id }) => hash === `#observation-${id}`),
  );
}

/** Brings the row an address points at into view, opens what it is folded into, and marks it. */
export function useAnchor(): void {
  const { hash } = useLocation();
  useEffect(() => {
    const row = hash === '' ? null : document.getElementById(decoded(hash.slice(1)));
    if (row === null) return;
    const folded = row.closest('details');
    if (folded !== null) folded.open = true;
    row.dataset.pointed = 'true';
    row.scrollIntoView({ block: 'center' });
    return () => {
      delete row.dataset.pointed;
    };
  }, [hash]);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
