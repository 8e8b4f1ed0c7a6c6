import { type RefObject, useEffect, useRef, useState } from 'react';

/** The width of an element in pixels, kept up to date: what is drawn in it keeps its letters readable. */
export function useWidth<E extends HTMLElement>(): readonly [RefObject<E | null>, number] {
  const element = useRef<E>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const present = element.current;
    if (present === null) return;
    const watch = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    watch.observe(present);
    return () => watch.disconnect();
  }, []);
  return [element, width];
}
