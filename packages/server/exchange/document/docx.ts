import {
  chineseDate,
  type NumberedBlock,
  type OfficialDocument,
  type RedHead,
  type Signature,
} from '@huying/kit/document';
import { AlignmentType, BorderStyle, Document, LineRuleType, Packer, Paragraph, type Table, TabStopType } from 'docx';
import { pt, RED, SIZE, TYPE_AREA } from './docx-measures.ts';
import { section } from './docx-pages.ts';
import { tableParts } from './docx-table.ts';
import { blankLine, bodyParagraph, lined, redLine, styled, titleParagraphs } from './docx-text.ts';
import { annexParts, partsOf } from './page-parts.ts';
import { officeFaces } from './typefaces.ts';

type Part = Paragraph | Table;

/** The document as docx, in the faces an office has: to be opened there, signed and filed. */
export async function docxOf(document: OfficialDocument): Promise<Buffer> {
  const parts = partsOf(document);
  const annexes = annexParts(document);
  const lastLies = annexes.at(-1)?.lie ?? false;
  const sections = [
    ...parts.map((part, at) => {
      const first = at === 0 ? opening(document) : [];
      const last = at === parts.length - 1 ? closing(document) : [];
      const imprinted = at === parts.length - 1 && annexes.length === 0 ? imprint(document) : [];
      return section([...first, ...drawn(part.blocks), ...last, ...imprinted], part.lie, document.draft);
    }),
    ...annexes.map((annex, at) => {
      const label = annexes.length === 1 ? '附件' : `附件${at + 1}`;
      const imprinted = at === annexes.length - 1 && !annex.lie ? imprint(document) : [];
      return section(
        [
          lined([styled(label, 'heading')], { keepNext: true }),
          ...titleParagraphs(annex.title),
          ...(annex.lie ? [] : [blankLine()]),
          ...drawn(annex.body),
          ...imprinted,
        ],
        annex.lie,
        document.draft,
      );
    }),
    ...(lastLies && imprint(document).length > 0 ? [section(imprint(document), false, document.draft)] : []),
  ];
  const made = new Document({
    title: document.title.replaceAll('\n', ''),
    creator: document.signature?.unit ?? '',
    lastModifiedBy: document.signature?.unit ?? '',
    evenAndOddHeaderAndFooters: true,
    // Compatibility 15: without it Word lays Chinese text by the rules of Word 2003 and says so in its title bar.
    compatibility: { version: 15 },
    styles: { default: { document: { run: { size: SIZE.three, font: officeFaces.body } } } },
    sections,
  });
  return Packer.toBuffer(made);
}

function opening({ head, number, title, under, recipients }: OfficialDocument): Part[] {
  return [
    ...(head === null ? numberLine(number) : head.form === 'letter' ? letterHead(head, number) : redHead(head, number)),
    ...titleParagraphs(title),
    ...(under === null ? [] : [lined([styled(under, 'second', SIZE.four)], { alignment: AlignmentType.CENTER })]),
    blankLine(),
    ...(recipients.length === 0 ? [] : [lined([styled(`${recipients.join('，')}：`, 'body')])]),
  ];
}

function numberLine(number: string | null): Part[] {
  return number === null ? [] : [lined([styled(number, 'body')], { alignment: AlignmentType.CENTER }), blankLine()];
}

/** The issuer's name begins 35 mm below the upper edge of the type area. */
function redHead({ issuer, office, day }: RedHead, number: string | null): Part[] {
  const size = Math.min(SIZE.head, Math.floor((2 * 425) / Math.max(issuer.length, 1)));
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: pt(99), line: pt(size / 2 + 6), lineRule: LineRuleType.EXACT },
      children: [styled(issuer, 'title', size, RED)],
    }),
    blankLine(),
    ...(number === null ? [] : [lined([styled(number, 'body')], { alignment: AlignmentType.CENTER })]),
    ...(office === null
      ? []
      : [
          lined([styled(`${office}\t${day === null ? '' : chineseDate(day)}`, 'body')], {
            indent: { left: pt(16), right: pt(16) },
            tabStops: [{ type: TabStopType.RIGHT, position: TYPE_AREA.upright - pt(16) }],
          }),
        ]),
    redLine(false),
    blankLine(),
    blankLine(),
  ];
}

function letterHead({ issuer }: RedHead, number: string | null): Part[] {
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { line: pt(40), lineRule: LineRuleType.EXACT },
      children: [styled(issuer, 'title', Math.min(60, Math.floor((2 * 425) / Math.max(issuer.length, 1))), RED)],
    }),
    redLine(true),
    ...(number === null ? [] : [lined([styled(number, 'body')], { alignment: AlignmentType.RIGHT })]),
    blankLine(),
    blankLine(),
  ];
}

function drawn(blocks: readonly NumberedBlock[]): Part[] {
  return blocks.flatMap((block): Part[] => {
    switch (block.block) {
      case 'heading': {
        const face = block.level === 1 ? 'heading' : block.level === 2 ? 'second' : 'body';
        return [bodyParagraph(`${block.number}${block.words}`, face, { keepNext: true })];
      }
      case 'paragraph':
        return [bodyParagraph(block.runs.map(({ words }) => words).join(''))];
      case 'note':
        return [lined([styled(block.words, 'body', SIZE.smallFour)])];
      case 'table':
        return tableParts(block.table);
      default:
        return block satisfies never;
    }
  });
}

function closing({ annexes, signature }: OfficialDocument): Part[] {
  const several = annexes.length > 1;
  return [
    ...(annexes.length === 0 ? [] : [blankLine()]),
    ...annexes.map(({ title }, at) =>
      lined(
        [styled(`${at === 0 ? '附件：' : ''}${several ? `${at + 1}. ` : ''}${title.replaceAll('\n', '')}`, 'body')],
        {
          indent: { left: pt(at === 0 ? 32 : 80) },
        },
      ),
    ),
    ...(signature === null ? [] : [blankLine(), blankLine(), ...signed(signature)]),
  ];
}

/** 加盖印章: the day four characters in from the right, the unit centred over it. */
function signed({ unit, day }: Signature): Part[] {
  const date = chineseDate(day);
  const [unitWidth, dateWidth] = [unit.length, [...date].reduce((sum, one) => sum + (/\d/.test(one) ? 0.5 : 1), 0)];
  const inset = (width: number) => ({ right: pt(Math.round(16 * (4 + (Math.max(unitWidth, dateWidth) - width) / 2))) });
  const line = (words: string, width: number, keepNext: boolean) =>
    lined([styled(words, 'body')], { alignment: AlignmentType.RIGHT, indent: inset(width), keepNext });
  return [line(unit, unitWidth, true), line(date, dateWidth, false)];
}

/** 版记: between lines, in 四号, one character in on either side. */
function imprint({ copies, imprint: by }: OfficialDocument): Part[] {
  if (copies.length === 0 && by === null) return [];
  const edge = (size: number) => ({ style: BorderStyle.SINGLE, size, color: '000000', space: 2 });
  const inside = { left: pt(14), right: pt(14) };
  return [
    blankLine(),
    ...(copies.length === 0
      ? []
      : [
          lined([styled(`抄送：${copies.join('，')}。`, 'body', SIZE.four)], {
            indent: inside,
            border: { top: edge(8), ...(by === null ? { bottom: edge(8) } : {}) },
          }),
        ]),
    ...(by === null
      ? []
      : [
          lined([styled(`${by.unit}\t${chineseDate(by.day)}印发`, 'body', SIZE.four)], {
            indent: inside,
            tabStops: [{ type: TabStopType.RIGHT, position: TYPE_AREA.upright - pt(14) }],
            border: { top: edge(copies.length === 0 ? 8 : 6), bottom: edge(8) },
          }),
        ]),
  ];
}
