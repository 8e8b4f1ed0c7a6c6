import type { CatalogueArea } from '../catalogue-area.ts';

export const definitionErrors = {
  'definition.unknown': {
    status: 404,
    zh: '没有编号为 {hash} 的定义。',
    en: 'There is no definition {hash}.',
    remedyZh: '请刷新页面以取得现行定义。',
    remedyEn: 'Reload to get the current definition.',
  },
  'definition.functionChanged': {
    status: 500,
    zh: '命名函数 {name}@{version} 的内容变了而版本号没变。',
    en: 'The body of the named function {name}@{version} changed but its version did not.',
    remedyZh: '请恢复原来的内容，并以新的版本号加入修改后的函数；旧工单仍用旧版本。',
    remedyEn: 'Restore the old body and add the changed one under a new version; old work keeps the old one.',
  },
  'definition.functionTwice': {
    status: 500,
    zh: '命名函数 {name}@{version} 声明了两次。',
    en: 'The named function {name}@{version} is declared twice.',
    remedyZh: '请删去其中一个或改版本号。',
    remedyEn: 'Remove one or give it another version.',
  },
  'definition.notJson': {
    status: 500,
    zh: '定义含有不能写成 JSON 的值（{why}）。',
    en: 'The definition holds something that JSON cannot say ({why}).',
    remedyZh: '请只用文字、有限数字、真假、空值、列表和普通对象。',
    remedyEn: 'Use text, finite numbers, true, false, null, lists and plain objects only.',
  },
  'definition.damaged': {
    status: 500,
    zh: '库中定义 {hash} 与其编号不符。',
    en: 'The stored definition {hash} does not match its hash.',
    remedyZh: '请从备份恢复该定义。',
    remedyEn: 'Restore that definition from backup.',
  },
} as const satisfies CatalogueArea;
