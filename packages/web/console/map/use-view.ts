import { type RefObject, useEffect, useRef, useState } from 'react';
import type { View } from './camera.ts';

/** The size of an element, kept up to date; undefined until it is known. */
export function useView(): readonly [RefObject<HTMLDivElement | null>, View | undefined] {
  const element = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<View>();
  useEffect(() => {
    const present = element.current;
    if (present === null) return;
    const watch = new ResizeObserver(([entry]) => {
      const { width = 0, height = 0 } = entry?.contentRect ?? {};
      setView(width > 0 && height > 0 ? { width: Math.floor(width), height: Math.floor(height) } : undefined);
    });
    watch.observe(present);
    return () => watch.disconnect();
  }, []);
  return [element, view];
}
