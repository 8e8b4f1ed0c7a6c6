import { describe, expect, it } from 'vitest';
import { allFences, houseOf } from './index.ts';

type Tree = Readonly<Record<string, string>>;

/** What one fence says of a tree, as `path:line`. */
function breaches(fence: string, tree: Tree): string[] {
  const found = allFences[fence]?.(houseOf(tree)) ?? [];
  for (const { why } of found) expect(why.length).toBeGreaterThan(40);
  return found.map(({ path, line }) => `${path}:${line}`);
}

describe('the line', () => {
  const clock = 'packages/server/clock/fire.ts';
  const doors = { 'packages/server/case/index.ts': '', 'packages/server/ledger/index.ts': '' };

  it('lets a folder import to its left', () => {
    expect(breaches('the line', { ...doors, [clock]: "import { append } from '../ledger/index.ts';" })).toEqual([]);
  });
  it.each([
    "import { act } from '../case/index.ts';",
    "import type { Act } from '@huying/server/case';",
    "export * from '../case/index.ts';",
    "const act = await import('../case/index.ts');",
  ])('bites on an import to the right: %s', (text) => {
    expect(breaches('the line', { ...doors, [clock]: `// 呼应\n${text}` })).toEqual([`${clock}:2`]);
  });
  it('bites on a folder that has no place on it', () => {
    expect(breaches('the line', { 'packages/server/queue/index.ts': '' })).toEqual([
      'packages/server/queue/index.ts:0',
    ]);
  });
  it('bites where a folder imports compose, and lets the command line do so', () => {
    const tree = {
      'packages/server/compose.ts': '',
      'packages/server/db/a.ts': "import { compose } from '../compose.ts';",
      'packages/server/cli/main.ts': "import { compose } from '../compose.ts';",
    };
    expect(breaches('the line', tree)).toEqual(['packages/server/db/a.ts:1']);
  });
  it('is not deceived by comments and strings', () => {
    expect(
      breaches('the line', {
        ...doors,
        [clock]: "// import '../case/index.ts'\nconst a = `import '../case/index.ts'`;",
      }),
    ).toEqual([]);
  });
});

describe('doors', () => {
  const tree = { 'packages/kit/clock/index.ts': '', 'packages/kit/clock/rung.ts': '' };

  it('lets a folder use its own files and the doors of others', () => {
    const text = "import './b.ts'; import '../clock/index.ts';";
    expect(
      breaches('doors', {
        ...tree,
        'packages/kit/case/a.ts': text,
        'packages/kit/case/b.ts': '',
        'packages/kit/case/index.ts': '',
      }),
    ).toEqual([]);
  });
  it('bites on an import past the door', () => {
    expect(breaches('doors', { ...tree, 'packages/kit/case/index.ts': "import '../clock/rung.ts';" })).toEqual([
      'packages/kit/case/index.ts:1',
    ]);
    expect(
      breaches('doors', {
        ...tree,
        'packages/kit/case/index.ts': '',
        'packages/kit/case/a.test.ts': "import '../clock/rung.ts';",
      }),
    ).toEqual(['packages/kit/case/a.test.ts:1']);
  });
  it('bites on another package reached by path', () => {
    expect(
      breaches('doors', { ...tree, 'packages/testing/toy/index.ts': "import '../../kit/clock/index.ts';" }),
    ).toEqual(['packages/testing/toy/index.ts:1']);
  });
  it('bites on a folder without a door', () => {
    expect(breaches('doors', { 'packages/kit/case/a.ts': '' })).toEqual(['packages/kit/case:0']);
  });
});

describe('purity', () => {
  const file = 'packages/kit/clock/due.ts';

  it('lets kit use itself, typebox and an instant it was given', () => {
    const text =
      "import { Type } from 'typebox'; import '../case/index.ts'; export const at = (ms: number) => new Date(ms);";
    expect(breaches('purity', { [file]: text, 'packages/kit/case/index.ts': '' })).toEqual([]);
  });
  it.each([
    "import { readFileSync } from 'node:fs';",
    "import dayjs from 'dayjs';",
    "import type { Tx } from '@huying/server/tenant';",
  ])('bites on %s', (text) => {
    expect(breaches('purity', { [file]: text })).toEqual([`${file}:1`]);
  });
  it.each([
    'Date.now()',
    'new Date()',
    'Math.random()',
    'performance.now()',
    'crypto.randomUUID()',
    'window.alert(1)',
    'document.body',
    'localStorage.clear()',
    'process.env',
    'setTimeout(done, 1)',
    "fetch('/')",
  ])('bites on %s', (text) => {
    expect(breaches('purity', { [file]: `export const x = ${text};` })).toEqual([`${file}:1`]);
  });
  it('lets the reader use a dictionary and what opens files, each where it belongs', () => {
    const dictionary = "import { ConverterFactory } from 'opencc-js/core';";
    const openers = "import 'fflate'; import 'htmlparser2'; import 'unpdf/pdfjs';";
    const used = (path: string, text: string) => breaches('purity', { [path]: text });
    expect(used('packages/reader/text/simplified.ts', dictionary)).toEqual([]);
    expect(used('packages/reader/formats/archive.ts', openers)).toEqual([]);
    expect(used('packages/reader/tree/node.ts', dictionary)).toEqual(['packages/reader/tree/node.ts:1']);
    expect(used('packages/reader/read.ts', "import 'fflate';")).toEqual(['packages/reader/read.ts:1']);
    expect(used('packages/reader/formats/archive.ts', "import 'node:zlib';")).toHaveLength(1);
    expect(used('packages/reader/formats/archive.ts', "import { Type } from 'typebox';")).toHaveLength(1);
    expect(used('packages/kit/clock/due.ts', "import 'fflate';")).toHaveLength(1);
  });
  it('knows a parameter from a global of the same name', () => {
    expect(
      breaches('purity', { [file]: 'export const first = (document: { pages: number[] }) => document.pages;' }),
    ).toEqual([]);
  });
});

describe('reach', () => {
  const doors = {
    'apps/index.ts':
      "export * from './base/index.ts'; export * from './hotline/index.ts'; export * from './grid/index.ts';",
    'apps/base/index.ts': '',
    'apps/grid/index.ts': '',
    'packages/kit/case/index.ts': '',
    'packages/server/case/index.ts': '',
    'packages/web/shared/panel.tsx': '',
    'district/demo/index.ts': '',
  };
  const app = 'apps/hotline/index.ts';
  const bites = (path: string, text: string) => breaches('reach', { [app]: '', ...doors, [path]: text });

  it('lets an app import kit and base, and a page the panels', () => {
    expect(bites(app, "import '@huying/kit/case'; import '../base/index.ts';")).toEqual([]);
    expect(bites('apps/hotline/ui/desk.tsx', "import 'react'; import '@huying/web/shared/panel.tsx';")).toEqual([]);
  });
  it.each([
    "import '../grid/index.ts';",
    "import '@huying/server/case';",
    "import '@huying/web/shared/panel.tsx';",
    "import 'dayjs';",
    "import 'node:fs';",
  ])('bites where an app says %s', (text) => {
    expect(bites(app, text)).toEqual([`${app}:1`]);
  });
  it('bites where anything but compose imports apps or a district', () => {
    expect(bites('packages/server/compose.ts', "import '@huying/apps'; import '@huying/district/demo';")).toEqual([]);
    expect(bites('packages/server/case/act.ts', "import '@huying/apps/hotline';")).toEqual([
      'packages/server/case/act.ts:1',
    ]);
    expect(bites('packages/server/cli/main.ts', "import '@huying/apps';")).toEqual(['packages/server/cli/main.ts:1']);
    expect(bites('packages/server/org/seed.ts', "import '@huying/district/demo';")).toEqual([
      'packages/server/org/seed.ts:1',
    ]);
  });
  it('bites where the pages import the server, and lets them have its types', () => {
    const page = 'packages/web/console/case-page.tsx';
    expect(bites(page, "import type { CaseView } from '@huying/server/case';")).toEqual([]);
    expect(bites(page, "import { type CaseView } from '@huying/server/case';")).toEqual([]);
    expect(bites(page, "import { view } from '@huying/server/case';")).toEqual([`${page}:1`]);
  });
  it("bites where the pages import an app, but for compose.tsx and the app's ui", () => {
    const text = "import '@huying/apps/hotline/ui/desk.tsx';";
    expect(bites('packages/web/console/compose.tsx', text)).toEqual([]);
    expect(bites('packages/web/console/main.tsx', text)).toEqual(['packages/web/console/main.tsx:1']);
  });
  it('bites where a district does more than give data', () => {
    const data = 'district/demo/units.ts';
    expect(
      bites(data, "import type { Unit } from '@huying/apps/base'; import '@huying/kit/case'; import './index.ts';"),
    ).toEqual([]);
    expect(bites(data, "import { unit } from '@huying/apps/base';")).toEqual([`${data}:1`]);
    expect(bites(data, "import '@huying/server/case';")).toEqual([`${data}:1`]);
  });
  it('bites where the product imports its tests', () => {
    expect(bites('packages/server/case/act.ts', "import { toy } from '@huying/testing/toy';")).toEqual([
      'packages/server/case/act.ts:1',
    ]);
  });
});

describe('stores', () => {
  const engine = 'packages/server/case/create.ts';

  it.each([
    "'select id from cases where tenant = $1'",
    '`\n  insert into cases (tenant) values ($1)`',
    "'update cases set state = $1'",
    "'DELETE FROM cases'",
    '`with old as (select 1) select * from old`',
  ])('bites on %s outside a store', (sql) => {
    expect(breaches('stores', { [engine]: `tx.rows(${sql});` })).toEqual([`${engine}:1`]);
  });
  it.each([
    'packages/server/case/store.ts',
    'packages/server/case/parts.store.ts',
    'packages/server/case/store/list.ts',
    'packages/server/db/migrate.ts',
    'packages/server/case/create.test.ts',
  ])('lets %s hold SQL', (path) => {
    expect(breaches('stores', { [path]: "tx.rows('select id from cases');" })).toEqual([]);
  });
  it('leaves prose alone', () => {
    expect(
      breaches('stores', { [engine]: "say('Select a unit from the list.'); say('update the calendar');" }),
    ).toEqual([]);
  });
});

describe('tables', () => {
  it('bites on a table that two folders write', () => {
    const tree = {
      'packages/server/case/store.ts': "'insert into cases (id) values ($1)'",
      'packages/server/clock/store.ts': "'update cases as c set due = $1'",
    };
    expect(breaches('tables', tree)).toEqual(['packages/server/clock/store.ts:1']);
  });
  it('lets a folder read what another writes', () => {
    const tree = {
      'packages/server/case/store.ts': "'insert into cases (id) values ($1)'",
      'packages/server/search/store.ts': "'select id from cases'",
    };
    expect(breaches('tables', tree)).toEqual([]);
  });
});

describe('outbox', () => {
  it('bites on a letter sent by an engine, and lets notify send it', () => {
    const text = "import { createTransport } from 'nodemailer';\nawait fetch('https://example.org');";
    expect(breaches('outbox', { 'packages/server/case/act.ts': text })).toEqual([
      'packages/server/case/act.ts:1',
      'packages/server/case/act.ts:2',
    ]);
    expect(breaches('outbox', { 'packages/server/notify/mail.ts': text })).toEqual([]);
  });
});

describe('names, length, notes, voice, typography', () => {
  it('lets a Chinese word stand in an English sentence, and an address be an address', () => {
    const text = "say('A ticket (工单), closed.');\nsay('写成 postgres://用户:密码@主机，再试。');";
    expect(breaches('typography', { 'a/b.ts': text })).toEqual([]);
  });
  it('bites on half-width punctuation between Chinese characters, in code and in documents', () => {
    expect(breaches('typography', { 'a/b.ts': "say('已办结,请回访');\nsay('已办结，请回访。08:00');" })).toEqual([
      'a/b.ts:1',
    ]);
    expect(breaches('typography', { 'a/b.tsx': 'export const a = <p>提示:无</p>;' })).toEqual(['a/b.tsx:1']);
    expect(breaches('typography', { 'a/b.ts': "say('npm ci（PostgreSQL 15)');" })).toEqual(['a/b.ts:1']);
    expect(breaches('typography', { 'README.zh-CN.md': '先备份,再升级。\n```sh\n先,后\n```\n' })).toEqual([
      'README.zh-CN.md:1',
    ]);
  });
  it.each([
    'packages/kit/utils/index.ts',
    'packages/server/case/helpers.ts',
    'apps/base/common.ts',
    'packages/kit/clock/workingTime.ts',
  ])('bites on the name %s', (path) => {
    expect(breaches('names', { [path]: '' })).toEqual([`${path}:0`]);
  });
  it('bites past 400 lines', () => {
    expect(breaches('length', { 'packages/kit/clock/a.ts': '1;\n'.repeat(400) })).toEqual([]);
    expect(breaches('length', { 'packages/kit/clock/a.ts': '1;\n'.repeat(401) })).toEqual([
      'packages/kit/clock/a.ts:0',
    ]);
  });
  it('bites on a note to oneself in a comment, not on such a word in a text', () => {
    const mark = ['TO', 'DO'].join('');
    expect(breaches('notes', { 'a/b.ts': `const a = 1; // ${mark} later` })).toEqual(['a/b.ts:1']);
    expect(breaches('notes', { 'a/b.ts': `const a = '${mark}';` })).toEqual([]);
  });
  it('bites on talk about how the product was made', () => {
    expect(breaches('voice', { 'docs/a.md': 'fine\nas an AI I cannot' })).toEqual(['docs/a.md:2']);
  });
});
