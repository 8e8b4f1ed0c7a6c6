import type { Fence } from './breach.ts';

/** Words that tell how the product was made instead of what it is. */
const making = [
  /\bas an AI\b/i,
  /\bClaude\b/,
  /\bChatGPT\b/i,
  /\bCopilot\b/i,
  /\blanguage model\b/i,
  /\bissue #\d/i,
  /\bsub-?agent\b/i,
];

/** Code and documents speak of the product alone; how it came about is the history's matter. */
export const voiceFence: Fence = ({ texts }) =>
  [...texts]
    .filter(([path]) => !path.startsWith('packages/testing/house/') && path !== 'package-lock.json')
    .flatMap(([path, text]) =>
      text.split('\n').flatMap((line, at) => {
        const found = making.map((word) => word.exec(line)?.[0]).find((word) => word !== undefined);
        if (found === undefined) return [];
        return [
          { path, line: at + 1, why: `"${found}" is about the making of the product; say what the product does.` },
        ];
      }),
    );
