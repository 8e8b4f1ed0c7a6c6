import { piecesOf } from './marked-pieces.ts';

/** A text with what was searched for marked in it. */
export function Marked({ text, marks }: { readonly text: string; readonly marks: readonly string[] }) {
  return piecesOf(text, marks).map((piece) =>
    piece.marked ? <mark key={piece.at}>{piece.text}</mark> : <span key={piece.at}>{piece.text}</span>,
  );
}
