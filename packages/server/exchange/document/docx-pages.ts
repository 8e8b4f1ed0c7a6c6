import {
  AlignmentType,
  BorderStyle,
  DocumentGridType,
  Footer,
  Header,
  HeightRule,
  type ISectionOptions,
  LineRuleType,
  OverlapType,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  TextRun,
  WidthType,
} from 'docx';
import { LINE, lying, mm, pt, SIZE, upright } from './docx-measures.ts';
import { styled } from './docx-text.ts';
import { officeFaces } from './typefaces.ts';

type Children = ISectionOptions['children'];

/** A section of sheets of one direction. */
export function section(children: Children, lie: boolean, draft: boolean): ISectionOptions {
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        // docx turns width and height itself where the sheet lies.
        size: {
          width: mm(210),
          height: mm(297),
          orientation: lie ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: { ...(lie ? lying : upright), header: mm(20), footer: mm(35) - mm(7) - pt(14) },
      },
      grid: { type: DocumentGridType.LINES, linePitch: LINE },
    },
    headers: draft ? { default: draftMark(), even: draftMark() } : {},
    footers: lie
      ? { default: lyingFooter('odd'), even: lyingFooter('even') }
      : { default: standingFooter('odd'), even: standingFooter('even') },
    children,
  };
}

function draftMark(): Header {
  return new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [styled('送审稿，未经签发', 'heading', SIZE.five, '8C8C8C')],
      }),
    ],
  });
}

/** — 1 —: 四号 宋体, one character in from the right on odd pages and from the left on even ones. */
function folio(): TextRun {
  const font = officeFaces.number;
  return new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font, size: SIZE.four });
}

function standingFooter(side: 'odd' | 'even'): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: side === 'odd' ? { right: pt(14) } : { left: pt(14) },
        children: [folio()],
      }),
    ],
  });
}

/** On a sheet that is turned the number stays where the other pages have theirs: at the left of the lying sheet, turned with it. */
function lyingFooter(side: 'odd' | 'even'): Footer {
  const none = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' };
  const height = mm(30);
  const y = side === 'odd' ? mm(210) - lying.bottom - pt(14) - height : lying.top + pt(14);
  return new Footer({
    children: [
      new Table({
        float: {
          horizontalAnchor: TableAnchorType.PAGE,
          verticalAnchor: TableAnchorType.PAGE,
          absoluteHorizontalPosition: lying.left - mm(7) - pt(20),
          absoluteVerticalPosition: y,
          overlap: OverlapType.NEVER,
        },
        layout: TableLayoutType.FIXED,
        width: { size: pt(20), type: WidthType.DXA },
        columnWidths: [pt(20)],
        borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
        margins: { top: 0, bottom: 0, left: 0, right: 0 },
        rows: [
          new TableRow({
            height: { value: height, rule: HeightRule.EXACT },
            children: [
              new TableCell({
                textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT,
                children: [
                  new Paragraph({
                    alignment: side === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT,
                    spacing: { line: pt(16), lineRule: LineRuleType.EXACT },
                    children: [folio()],
                  }),
                ],
              }),
            ],
          }),
        ],
      }),
      new Paragraph({ children: [] }),
    ],
  });
}
