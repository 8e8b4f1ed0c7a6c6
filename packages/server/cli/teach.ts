import type { Words } from '@huying/kit/error';
import type { Command } from 'commander';
import type { Terminal } from './terminal.ts';

const titles: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Options:': '选项：',
  'Arguments:': '参数：',
  'Commands:': '命令：',
  'Global Options:': '通用选项：',
};

/** Gives a command its help: what it is for in a line, what to know, and lines to copy. */
export function teach(
  command: Command,
  terminal: Terminal,
  lesson: { readonly does: Words; readonly know?: Words; readonly examples: readonly string[] },
): Command {
  const { say } = terminal;
  const head = say({ zh: '示例：', en: 'Examples:' });
  const known = lesson.know === undefined ? '' : `\n${say(lesson.know)}\n`;
  const examples = lesson.examples.map((line) => `  ${line}`).join('\n');
  return command
    .summary(say(lesson.does))
    .description(say(lesson.does))
    .helpOption('-h, --help', say({ zh: '显示帮助', en: 'show this help' }))
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: (title) => (terminal.locale === 'zh' ? (titles[title] ?? title) : title),
    })
    .addHelpText('after', `${known}\n${head}\n${examples}`);
}
