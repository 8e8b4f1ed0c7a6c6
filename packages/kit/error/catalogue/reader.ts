import type { CatalogueArea } from '../catalogue-area.ts';

export const readerErrors = {
  'reader.empty': {
    status: 422,
    zh: '文件里没有文字。',
    en: 'There is no text in the file.',
    remedyZh: '请核对是否选对了文件，或重新下载后再读。',
    remedyEn: 'Check that it is the right file, or fetch it anew.',
  },
  'reader.tooLarge': {
    status: 413,
    zh: '文件或其展开后的内容超过 {limit} MB，没有读取。',
    en: 'The file, or what it unpacks to, is larger than {limit} MB and was not read.',
    remedyZh: '请只保留报告正文与附件的文字，另存为 .txt 或 .docx 后再读。',
    remedyEn: 'Keep only the text of the report and its appendices, save that as .txt or .docx, and read it.',
  },
  'reader.format': {
    status: 415,
    zh: '这是{whatZh}，不能直接读取。',
    en: 'This is {whatEn}, which is not read directly.',
    remedyZh: '{doZh}，可读的有 .txt、.html、.docx 和带文字层的 PDF。',
    remedyEn: '{doEn}. What is read: .txt, .html, .docx, and PDF with a text layer.',
  },
  'reader.encoding': {
    status: 415,
    zh: '认不出文字的编码：既不是 UTF-8、UTF-16，也不是 GB18030（GBK）或 Big5。',
    en: 'The encoding of the text is unknown: neither UTF-8 nor UTF-16, GB18030 (GBK) or Big5.',
    remedyZh: '请用记事本或 WPS 打开，确认没有乱码后另存为 UTF-8 再读。',
    remedyEn: 'Open it in an editor, see that its characters are right, and save it as UTF-8.',
  },
  'reader.locked': {
    status: 422,
    zh: '文件加了密码（{kind}），无法读取。',
    en: 'The file ({kind}) is protected by a password and cannot be read.',
    remedyZh: '请输入密码打开文件，取消密码保护并另存后再读。',
    remedyEn: 'Open it with its password, take the protection off, save it, and read that.',
  },
  'reader.damaged': {
    status: 422,
    zh: '文件不完整或已损坏（{kind}），无法读取。',
    en: 'The file ({kind}) is cut off or damaged and cannot be read.',
    remedyZh: '请重新下载，或用办公软件打开后另存为新文件再读。',
    remedyEn: 'Fetch it anew, or open it in an office program, save it as a new file, and read that.',
  },
  'reader.scan': {
    status: 422,
    zh: '这份 PDF 没有文字层：共 {pages} 页，只有 {characters} 个字符，应是扫描件。',
    en: 'This PDF has no text layer: {pages} page(s) with {characters} character(s). It is probably a scan.',
    remedyZh: '请先用文字识别软件转成文字并校对，或向发布单位索取 Word 原件。',
    remedyEn:
      'Turn it into text with a program for text recognition and proofread it, or ask the publisher for the original.',
  },
  'reader.glyphs': {
    status: 422,
    zh: '这份 PDF 的文字层与显示的字不对应，复制出来是乱码，无法读取。',
    en: 'The text layer of this PDF does not stand for the characters it shows, and cannot be read.',
    remedyZh: '请先用文字识别软件转成文字并校对，或向发布单位索取 Word 原件。',
    remedyEn:
      'Turn it into text with a program for text recognition and proofread it, or ask the publisher for the original.',
  },
} as const satisfies CatalogueArea;
