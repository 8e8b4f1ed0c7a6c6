import type { CatalogueArea } from '../catalogue-area.ts';

export const registryErrors = {
  'registry.unknown': {
    status: 404,
    zh: '没有名为“{registry}”的台账。',
    en: 'There is no registry called “{registry}”.',
    remedyZh: '请核对台账名称；可用的台账见“台账管理”。',
    remedyEn: 'Check the name; the registries there are stand under “Registries”.',
  },
  'registry.recordUnknown': {
    status: 404,
    zh: '台账“{registry}”中没有代码为“{code}”的条目。',
    en: 'Registry “{registry}” has no record with the code “{code}”.',
    remedyZh: '请核对代码；该条目可能尚未生效或尚未导入。',
    remedyEn: 'Check the code; the record may not be in effect yet, or not imported.',
  },
  'registry.recordInvalid': {
    status: 400,
    zh: '台账“{registry}”的条目“{code}”有 {count} 处不符合要求。',
    en: 'Record “{code}” of registry “{registry}” has {count} problem(s).',
    remedyZh: '请按所列各处改正后重新提交。',
    remedyEn: 'Correct each place listed and send it again.',
  },
  'registry.parentUnknown': {
    status: 400,
    zh: '条目“{code}”的上级“{parent}”不在台账“{registry}”中。',
    en: 'The parent “{parent}” of “{code}” is not in registry “{registry}”.',
    remedyZh: '请先登记上级条目，或改正上级代码。',
    remedyEn: 'Enter the parent first, or correct its code.',
  },
  'registry.parentLoop': {
    status: 400,
    zh: '条目“{code}”不能放在自己的下级“{parent}”之下。',
    en: 'Record “{code}” cannot be placed under “{parent}”, which stands below it.',
    remedyZh: '请另选一个不在其下的上级。',
    remedyEn: 'Choose a parent that does not stand below it.',
  },
  'registry.tooDeep': {
    status: 400,
    zh: '条目“{code}”超出台账“{registry}”的层级（{levels} 级）。',
    en: 'Record “{code}” lies deeper than the {levels} level(s) of registry “{registry}”.',
    remedyZh: '请另选上级，使其不超过规定层级。',
    remedyEn: 'Choose a parent nearer to the top.',
  },
  'registry.retired': {
    status: 409,
    zh: '台账“{registry}”的条目“{code}”在该日期已停用或尚未生效。',
    en: 'Record “{code}” of registry “{registry}” is not in effect on that date.',
    remedyZh: '请选用当日有效的条目；历史工单仍指向原条目。',
    remedyEn: 'Choose a record in effect on the date; past cases keep pointing to theirs.',
  },
  'registry.hasChildren': {
    status: 409,
    zh: '条目“{code}”之下仍有 {count} 个有效条目，不能停用。',
    en: 'Record “{code}” still has {count} record(s) in effect below it and cannot be retired.',
    remedyZh: '请先停用或移走其下级条目。',
    remedyEn: 'Retire or move the records below it first.',
  },
  'registry.geometry': {
    status: 400,
    zh: '区域“{code}”的边界无法读取（{what}）。',
    en: 'The outline of area “{code}” cannot be read ({what}).',
    remedyZh: '边界须为 GeoJSON 的 Polygon 或 MultiPolygon，WGS 84 经纬度，各环首尾相接且至少四点。',
    remedyEn:
      'Give a GeoJSON Polygon or MultiPolygon in WGS 84 degrees whose rings are closed and have four positions or more.',
  },
} as const satisfies CatalogueArea;
