import type { Position } from '@huying/kit/map';
import { type RefObject, useEffect, useRef } from 'react';
import { type Camera, moved, type View, zoomed } from './camera.ts';

/** Points of the screen a finger or mouse may stray and still have clicked. */
const STRAY = 5;

/** Moves the camera by mouse, fingers and wheel. `wasDragged` says of a click whether it was the end of a movement. */
export function useGestures(
  element: RefObject<SVGSVGElement | null>,
  view: View,
  change: (next: (camera: Camera) => Camera) => void,
): { readonly wasDragged: () => boolean } {
  const latest = useRef({ view, change });
  const strayed = useRef(0);
  useEffect(() => {
    latest.current = { view, change };
  });
  useEffect(() => {
    const svg = element.current;
    if (svg === null) return;
    const fingers = new Map<number, Position>();
    const here = (event: { readonly clientX: number; readonly clientY: number }): Position => {
      const box = svg.getBoundingClientRect();
      return { x: event.clientX - box.left, y: event.clientY - box.top };
    };
    const down = (event: PointerEvent) => {
      if (event.button !== 0) return;
      if (fingers.size === 0) strayed.current = 0;
      fingers.set(event.pointerId, here(event));
    };
    const move = (event: PointerEvent) => {
      const before = fingers.get(event.pointerId);
      if (before === undefined) return;
      const now = here(event);
      const [other] = [...fingers].filter(([id]) => id !== event.pointerId).map(([, at]) => at);
      fingers.set(event.pointerId, now);
      strayed.current += Math.hypot(now.x - before.x, now.y - before.y);
      if (strayed.current > STRAY && !svg.hasPointerCapture(event.pointerId)) svg.setPointerCapture(event.pointerId);
      if (other === undefined) {
        if (strayed.current > STRAY)
          latest.current.change((camera) => moved(camera, now.x - before.x, now.y - before.y));
        return;
      }
      const [was, is] = [distance(before, other), distance(now, other)];
      if (was < 1 || is < 1) return;
      const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
      latest.current.change((camera) =>
        zoomed(
          moved(camera, (now.x - before.x) / 2, (now.y - before.y) / 2),
          Math.log2(is / was),
          middle,
          latest.current.view,
        ),
      );
    };
    const up = (event: PointerEvent) => fingers.delete(event.pointerId);
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      const lines = event.deltaMode === 1 ? 16 : 1;
      const by = Math.max(-1, Math.min(1, (-event.deltaY * lines) / 300));
      latest.current.change((camera) => zoomed(camera, by, here(event), latest.current.view));
    };
    svg.addEventListener('pointerdown', down);
    svg.addEventListener('pointermove', move);
    svg.addEventListener('pointerup', up);
    svg.addEventListener('pointercancel', up);
    // React listens to the wheel passively, and the page would scroll along.
    svg.addEventListener('wheel', wheel, { passive: false });
    return () => {
      svg.removeEventListener('pointerdown', down);
      svg.removeEventListener('pointermove', move);
      svg.removeEventListener('pointerup', up);
      svg.removeEventListener('pointercancel', up);
      svg.removeEventListener('wheel', wheel);
    };
  }, [element]);
  return { wasDragged: () => strayed.current > STRAY };
}

const distance = (a: Position, b: Position) => Math.hypot(a.x - b.x, a.y - b.y);
