import type { Breach, Fence } from './breach.ts';

/** A comma, colon, semicolon, mark or bracket of half width beside a Chinese character, and between two. */
const beside = /\p{Script=Han}[,:;?!()]|[,:;?!()]\p{Script=Han}/u;
const between = /\p{Script=Han}[,:;?!()]\p{Script=Han}/u;
/** A bracket of one width closed by one of the other. */
const mixed = /（[^（）()]*\)|\([^（）()]*）/;

/** Addresses are not text, whatever stands in them. */
const address = /[a-z]+:\/\/[^\s，。]+/g;

/** Literals that are read by a program and not by people, each with what they are. */
const notation: Readonly<Record<string, string>> = {
  'packages/kit/clock/limit-text.ts': 'regular expressions over written limits',
  'packages/kit/clock/limit-text.test.ts': 'limits as people type them, in whatever punctuation',
  'packages/reader/text/chrome.test.ts': 'pages as they are found',
  'packages/reader/text/script.test.ts': 'glosses and slips as pages carry them',
  'packages/testing/house/bites.test.ts': 'slips made on purpose',
  'district/demo/story/voices.ts': 'a table of phrases with marks of its own',
  'district/demo/matters/gb.ts': 'names of the standard as transcribed',
};

/** Chinese text is set with full-width punctuation; half-width marks stick to the character before them and read as a slip. */
export const typographyFence: Fence = ({ texts, modules }) => [
  ...modules.flatMap(({ path, literals }) =>
    (path in notation ? [] : literals).flatMap(({ text, line }) => {
      const found = halfWidthIn(text);
      return found === undefined ? [] : [breach(path, line, found)];
    }),
  ),
  ...[...texts].filter(([path]) => /\.md$/.test(path)).flatMap(([path, text]) => inProse(path, text)),
];

/** Looks at a document's prose, leaving out code in fences and between backticks. */
function inProse(path: string, text: string): Breach[] {
  let inCode = false;
  return text.split('\n').flatMap((line, at) => {
    if (line.startsWith('```')) inCode = !inCode;
    const found = inCode ? undefined : halfWidthIn(line.replaceAll(/`[^`]*`/g, ''));
    return found === undefined ? [] : [breach(path, at + 1, found)];
  });
}

/** The first slip in a text; where Latin letters prevail, a Chinese word in a sentence of another language is none. */
function halfWidthIn(text: string): string | undefined {
  const words = text.replaceAll(address, '');
  const isChinese = count(words, /\p{Script=Han}/gu) >= count(words, /\p{Script=Latin}/gu);
  return (isChinese ? beside : between).exec(words)?.[0] ?? mixed.exec(words)?.[0];
}

function count(text: string, kind: RegExp): number {
  return text.match(kind)?.length ?? 0;
}

function breach(path: string, line: number, found: string): Breach {
  return {
    path,
    line,
    why: `"${found}": Chinese text takes full-width punctuation （，。：；？！）, else it sticks to the character before it.`,
  };
}
