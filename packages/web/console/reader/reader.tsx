import type { Locale, Words } from '@huying/kit/error';
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react';
import { leftText, momentText } from '../moment/index.ts';
import { type Tell, tell } from '../text/index.ts';

/** Who reads: their language, the zone of their district, and how texts and times are told to them. */
export interface Reader {
  readonly locale: Locale;
  readonly zone: string;
  readonly t: Tell;
  /** Words of a definition or of data, in the reader's language. */
  say(words: Words): string;
  setLocale(locale: Locale): void;
}

const KEPT = 'huying.locale';

/** The language chosen in this browser before, or the browser's own where it is Chinese or English; Chinese otherwise. */
export function keptLocale(): Locale | undefined {
  const kept = localStorage.getItem(KEPT);
  return kept === 'zh' || kept === 'en' ? kept : undefined;
}

const ReaderContext = createContext<Reader | undefined>(undefined);

export function ReaderProvider(props: {
  readonly locale: Locale;
  readonly zone: string;
  readonly onLocale: (locale: Locale) => void;
  readonly children: ReactNode;
}) {
  const { locale, zone, onLocale } = props;
  useEffect(() => {
    document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en';
  }, [locale]);
  const reader = useMemo<Reader>(
    () => ({
      locale,
      zone,
      t: (text, fillings) => tell(locale, text, fillings),
      say: (words) => words[locale],
      setLocale: (chosen) => {
        localStorage.setItem(KEPT, chosen);
        onLocale(chosen);
      },
    }),
    [locale, zone, onLocale],
  );
  return <ReaderContext value={reader}>{props.children}</ReaderContext>;
}

export function useReader(): Reader {
  const reader = use(ReaderContext);
  if (reader === undefined) throw new Error('useReader outside of ReaderProvider');
  return reader;
}

const MINUTE = 60_000;

/** The present minute, kept up to date. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE / 2);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** How moments are told to the reader, now. */
export function useMoments() {
  const { locale, zone } = useReader();
  const now = useNow();
  const at = useCallback(
    (moment: string | number) => momentText(instantOf(moment), { locale, zone, now }),
    [locale, zone, now],
  );
  const left = useCallback(
    (moment: string | number) => leftText(instantOf(moment), { locale, zone, now }),
    [locale, zone, now],
  );
  return { now, at, left };
}

export function instantOf(moment: string | number): number {
  return typeof moment === 'number' ? moment : Date.parse(moment);
}

/** The title of the page, in the tab. */
export function usePageTitle(title: string): void {
  const { t } = useReader();
  useEffect(() => {
    document.title = title === '' ? t('shell.product') : `${title} · ${t('shell.product')}`;
  }, [title, t]);
}
