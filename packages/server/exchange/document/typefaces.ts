import { createRequire } from 'node:module';
import path from 'node:path';

/**
 * The faces GB/T 9704 and its practice ask for, each followed by what stands for it where it is not installed. The Founder and GB2312 faces
 * are licensed to the office and cannot come with a program: an office puts its own into the folder HUYING_FONTS names.
 */
export const faces = {
  /** 方正小标宋: titles and red heads. */
  title: ['FZXiaoBiaoSong-B05S', '方正小标宋简体', 'Noto Serif SC'],
  /** 仿宋_GB2312: the body. */
  body: ['FangSong_GB2312', '仿宋_GB2312', 'FangSong', '仿宋', 'Noto Serif SC'],
  /** 黑体: first-level headings, heads of tables. */
  heading: ['SimHei', '黑体', 'Noto Sans SC'],
  /** 楷体_GB2312: second-level headings. */
  second: ['KaiTi_GB2312', '楷体_GB2312', 'KaiTi', '楷体', 'Noto Serif SC'],
  /** 宋体: page numbers. */
  number: ['SimSun', '宋体', 'Noto Serif SC'],
} as const;

/** What docx names: an office's machine has them, and draws the paper as its own. */
export const officeFaces = {
  title: '方正小标宋简体',
  body: '仿宋_GB2312',
  heading: '黑体',
  second: '楷体_GB2312',
  number: '宋体',
} as const;

const shipped = [
  ['@expo-google-fonts/noto-serif-sc', '400Regular'],
  ['@expo-google-fonts/noto-serif-sc', '600SemiBold'],
  ['@expo-google-fonts/noto-serif-sc', '700Bold'],
  ['@expo-google-fonts/noto-sans-sc', '500Medium'],
] as const;

/** Folders fonts are looked for in: the office's own first, then those that come with the program. */
export function fontFolders(own: string | undefined): readonly string[] {
  const { resolve } = createRequire(import.meta.url);
  const ours = shipped.map(([name, weight]) => path.join(path.dirname(resolve(`${name}/package.json`)), weight));
  return own === undefined || own === '' ? ours : [own, ...ours];
}
