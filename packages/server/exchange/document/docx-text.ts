import { AlignmentType, BorderStyle, type IParagraphOptions, LineRuleType, Paragraph, TextRun } from 'docx';
import { LINE, pt, RED, SIZE, TIGHT } from './docx-measures.ts';
import { officeFaces } from './typefaces.ts';

export type Face = keyof typeof officeFaces;

/** Latin letters and digits take the same face: a number must not fall out of its line. */
export function styled(words: string, face: Face, size: number = SIZE.three, color?: string): TextRun {
  const name = officeFaces[face];
  const font = { ascii: name, hAnsi: name, eastAsia: name, cs: name };
  const tight = size === SIZE.three ? { characterSpacing: TIGHT } : {};
  return new TextRun({ text: words, font, size, ...tight, ...(color === undefined ? {} : { color }) });
}

/** A paragraph on the grid's lines. */
export function lined(children: readonly TextRun[], options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({
    spacing: { line: LINE, lineRule: LineRuleType.EXACT },
    ...options,
    children: [...children],
  });
}

/** A paragraph of the body: two characters in. */
export function bodyParagraph(words: string, face: Face = 'body', options: IParagraphOptions = {}): Paragraph {
  return lined([styled(words, face)], {
    indent: { firstLineChars: 200, firstLine: pt(31.5) },
    alignment: AlignmentType.BOTH,
    ...options,
  });
}

export const blankLine = (): Paragraph => lined([]);

/** A title of several lines where its maker broke it. */
export function titleParagraphs(title: string): Paragraph[] {
  return title.split('\n').map((line) =>
    lined([styled(line, 'title', SIZE.two)], {
      alignment: AlignmentType.CENTER,
      spacing: { line: pt(36), lineRule: LineRuleType.EXACT },
      keepNext: true,
    }),
  );
}

/** The red line below the number, as wide as the type area; a letter's is double. */
export function redLine(double: boolean): Paragraph {
  const style = double ? BorderStyle.THICK_THIN_SMALL_GAP : BorderStyle.SINGLE;
  return new Paragraph({
    spacing: { line: pt(6), lineRule: LineRuleType.EXACT, after: 0 },
    border: { bottom: { style, size: double ? 24 : 12, color: RED, space: 1 } },
    children: [],
  });
}
