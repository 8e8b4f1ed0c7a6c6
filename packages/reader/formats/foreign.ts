import { Unreadable } from './unreadable.ts';

interface Foreign {
  readonly zh: string;
  readonly en: string;
  /** What to do now. */
  readonly do: 'saveAs' | 'recognise' | 'unpack' | 'sheet' | 'give';
}

const advice = {
  saveAs: {
    zh: '请用 Word 或 WPS 打开，另存为 .docx 或 PDF 后再读',
    en: 'Open it in a word processor and save it as .docx or PDF',
  },
  recognise: {
    zh: '请先用文字识别软件转成文字，另存为 .docx 或 .txt 后再读',
    en: 'Turn it into text with a program for text recognition and save that as .docx or .txt',
  },
  unpack: { zh: '请先解压，再读其中的报告文件', en: 'Unpack it and read the file of the report inside' },
  sheet: {
    zh: '请把表格内容复制到文本文件，或导出为 PDF 后再读',
    en: 'Copy its cells into a text file, or export it as PDF',
  },
  give: {
    zh: '请改用 .txt、.html、.docx 或带文字层的 PDF 文件',
    en: 'Give a .txt, .html or .docx file, or a PDF with a text layer',
  },
} as const;

const foreign = {
  doc: {
    zh: '旧版 Word 文件（.doc）或 WPS 文件（.wps）',
    en: 'an old Word file (.doc) or a WPS file (.wps)',
    do: 'saveAs',
  },
  xls: { zh: '旧版 Excel 文件（.xls）', en: 'an old Excel file (.xls)', do: 'sheet' },
  ppt: { zh: '旧版 PowerPoint 文件（.ppt）', en: 'an old PowerPoint file (.ppt)', do: 'saveAs' },
  compound: { zh: '旧版办公软件或邮件程序的文件', en: 'a file of an old office or mail program', do: 'saveAs' },
  rtf: { zh: 'RTF 文件', en: 'an RTF file', do: 'saveAs' },
  mhtml: { zh: '单一文件网页（.mht）', en: 'a web archive (.mht)', do: 'saveAs' },
  wordXml: { zh: 'Word XML 文件', en: 'a Word XML file', do: 'saveAs' },
  xml: { zh: 'XML 数据文件', en: 'an XML data file', do: 'give' },
  json: { zh: 'JSON 数据文件', en: 'a JSON data file', do: 'give' },
  xlsx: { zh: 'Excel 文件（.xlsx）', en: 'an Excel file (.xlsx)', do: 'sheet' },
  pptx: { zh: 'PowerPoint 文件（.pptx）', en: 'a PowerPoint file (.pptx)', do: 'saveAs' },
  odf: { zh: 'OpenDocument 文件（.odt 等）', en: 'an OpenDocument file (.odt or its kin)', do: 'saveAs' },
  ofd: { zh: 'OFD 版式文件', en: 'an OFD file', do: 'saveAs' },
  epub: { zh: '电子书（.epub）', en: 'an e-book (.epub)', do: 'saveAs' },
  zip: { zh: 'ZIP 压缩包', en: 'a ZIP archive', do: 'unpack' },
  archive: { zh: '压缩包', en: 'an archive', do: 'unpack' },
  picture: { zh: '图片', en: 'a picture', do: 'recognise' },
  media: { zh: '音频或视频', en: 'a sound or video file', do: 'give' },
  program: { zh: '程序或数据库文件', en: 'a program or a database', do: 'give' },
  caj: { zh: 'CAJ 文献', en: 'a CAJ document', do: 'saveAs' },
  binary: { zh: '二进制文件，不是文字', en: 'a binary file, not text', do: 'give' },
} as const satisfies Readonly<Record<string, Foreign>>;

export type ForeignKind = keyof typeof foreign;

/** The refusal of a file that is something else, named by what it is. */
export function foreignFile(kind: ForeignKind): Unreadable {
  const { zh, en, do: what } = foreign[kind];
  const { zh: doZh, en: doEn } = advice[what];
  return new Unreadable('reader.format', { kind, whatZh: zh, whatEn: en, doZh, doEn });
}

/** First bytes by which files of other kinds are known, in hexadecimal; `..` is any byte. */
const beginnings: readonly (readonly [string, ForeignKind])[] = [
  ['ffd8ff', 'picture'],
  ['89504e470d0a1a0a', 'picture'],
  ['47494638', 'picture'],
  ['49492a00', 'picture'],
  ['4d4d002a', 'picture'],
  ['424d........00000000', 'picture'],
  ['52494646........57454250', 'picture'],
  ['........6674797068656963', 'picture'],
  ['52494646', 'media'],
  ['........66747970', 'media'],
  ['494433', 'media'],
  ['4f676753', 'media'],
  ['1a45dfa3', 'media'],
  ['1f8b', 'archive'],
  ['425a68', 'archive'],
  ['fd377a585a00', 'archive'],
  ['377abcaf271c', 'archive'],
  ['526172211a07', 'archive'],
  ['28b52ffd', 'archive'],
  ['7b5c727466', 'rtf'],
  ['434146', 'caj'],
  ['4b4448', 'caj'],
  ['7f454c46', 'program'],
  ['53514c69746520666f726d617420', 'program'],
];

/** What a file of another kind is, by its first bytes; undefined where they say nothing. */
export function foreignBeginning(bytes: Uint8Array): ForeignKind | undefined {
  return beginnings.find(([hex]) => startsWith(bytes, hex))?.[1];
}

export function startsWith(bytes: Uint8Array, hex: string): boolean {
  if (bytes.length < hex.length / 2) return false;
  for (let at = 0; at < hex.length; at += 2) {
    const pair = hex.slice(at, at + 2);
    if (pair !== '..' && Number.parseInt(pair, 16) !== bytes[at / 2]) return false;
  }
  return true;
}
