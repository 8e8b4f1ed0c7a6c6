import { useEffect, useRef } from 'react';
import { type Reader, useReader } from '../reader/index.ts';
import type { ScreenText } from '../text/index.ts';
import { type KeyGroup, type KeyLine, openKeyGroup } from './key-book.ts';

/** A single key of a page, with what it does in the reader's language: what cannot be said in the help cannot be a key. */
export interface PageKey extends KeyLine {
  /** Absent where a control of the page takes the key itself; the help tells of it all the same. */
  readonly run?: (event: KeyboardEvent) => void;
}

/** Whether a key pressed there is typing, or belongs to a control that uses letters itself. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable || target.closest('input, textarea, select, [role="combobox"], [role="menu"]') !== null
  );
}

/**
 * Single keys of a page: those the reader may use on it as it stands, which is what the key help lists. They rest while
 * something is typed and while a dialog is open, and leave combinations to the browser.
 */
export function useKeys(title: ScreenText, keys: readonly PageKey[], on = true): void {
  const { t } = useReader();
  const latest = useRef(keys);
  const group = useRef<KeyGroup>({ title: '', lines: [] });
  useEffect(() => {
    latest.current = keys;
    group.current.title = t(title);
    group.current.lines = keys;
  });
  useEffect(() => openKeyGroup(group.current), []);
  useEffect(() => {
    if (!on) return;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.isComposing) return;
      if (isTyping(event.target) || document.querySelector('[role="dialog"]:not([hidden])') !== null) return;
      const run = latest.current.find(({ key }) => key === event.key)?.run;
      if (run === undefined) return;
      event.preventDefault();
      run(event);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [on]);
}

/** The keys of a form that a page opens. */
export function formKeys(t: Reader['t']): readonly PageKey[] {
  return [
    { key: 'Ctrl Enter', says: t('keys.submit') },
    { key: 'Escape', says: t('keys.leave') },
  ];
}
