import type { CityMessage } from '../message.ts';

/** What the played city received, as a page for demonstrations. */
export function receivedPage(messages: readonly (CityMessage & { readonly times: number })[]): string {
  const rows = messages
    .map(
      ({ number, case: ours, message, at, said, times }) =>
        `<tr>${[number, ours, message, at, JSON.stringify(said), String(times)].map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`,
    )
    .join('\n');
  return `<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><title>市平台（模拟）</title>
<style>body{font:16px/1.5 system-ui,sans-serif;margin:2rem}td,th{border-bottom:1px solid #ccc;padding:.3rem .8rem;text-align:left}</style>
<h1>市平台（模拟）收到的消息</h1>
<table><tr><th>市平台编号</th><th>工单编号</th><th>类型</th><th>时间</th><th>内容</th><th>次数</th></tr>
${rows}
</table></html>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
