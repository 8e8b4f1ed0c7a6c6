import type { ScreenWords } from './screen-words.ts';

export const mapWords = {
  'map.title': { zh: '地图', en: 'Map' },
  'map.lights': { zh: '按时限状态筛选', en: 'Filter by light' },
  'map.keys': { zh: '方向键移动 · + − 缩放 · 0 看全区', en: 'arrows move · + − zoom · 0 whole district' },
  'map.drawing': {
    zh: '地图。方向键移动，加减号缩放；旁边的列表列出图上的工单。',
    en: 'Map. Arrow keys move it, plus and minus zoom; the list beside it tells the cases on it.',
  },
  'map.move': { zh: '移动地图', en: 'Move the map' },
  'map.nearer': { zh: '放大', en: 'Zoom in' },
  'map.further': { zh: '缩小', en: 'Zoom out' },
  'map.whole': { zh: '看全区', en: 'Whole district' },
  'map.seen': { zh: '图上的工单', en: 'Cases on the map' },
  'map.total': { zh: '图上共 {count} 件', en: '{count} on the map' },
  'map.none': {
    zh: '图上没有符合条件的工单。没有定位的工单不上图。',
    en: 'No case here fits. Cases without a point are not on the map.',
  },
  'map.noLights': { zh: '请至少选一种状态。', en: 'Choose at least one light.' },
  'map.cases': { zh: '{count} 件', en: '{count} cases' },
  'map.oneCase': { zh: '1 件', en: '1 case' },
  'map.and': { zh: '，', en: ', ' },
  'map.outside': { zh: '区域之外', en: 'outside the areas' },
  'map.moreInList': { zh: '另有 {count} 处，请放大后查看', en: '{count} more places; zoom in to see them' },
} as const satisfies ScreenWords;
