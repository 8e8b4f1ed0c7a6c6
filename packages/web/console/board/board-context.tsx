import { createContext, use } from 'react';
import type { BoardView, Measures, NumberPlace } from './board-data.ts';

/** What every panel of a board needs: the board it is on, what its numbers mean, and how they open. */
export interface BoardContext {
  readonly view: BoardView;
  readonly measures: Measures;
  /** Opens a number to its cases; `title` says which number it is. */
  open(place: NumberPlace, title: string): void;
}

const Context = createContext<BoardContext | undefined>(undefined);

export const BoardProvider = Context;

export function useBoardContext(): BoardContext {
  const context = use(Context);
  if (context === undefined) throw new Error('useBoardContext outside of a board');
  return context;
}
