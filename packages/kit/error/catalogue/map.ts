import type { CatalogueArea } from '../catalogue-area.ts';

export const mapErrors = {
  'map.layer': {
    status: 404,
    zh: '没有名为“{layer}”的图层。',
    en: 'There is no map layer called “{layer}”.',
    remedyZh: '请改用 areas（区域）或 cases（工单）。',
    remedyEn: 'Use “areas” or “cases”.',
  },
  'map.tile': {
    status: 400,
    zh: '没有瓦片“{z}/{x}/{y}”：级别为 0 至 {deepest} 的整数，列号和行号为 0 至 2 的级别次方减一的整数。',
    en: 'There is no tile “{z}/{x}/{y}”: the zoom is a whole number from 0 to {deepest}, column and row are from 0 to one less than two to the power of the zoom.',
    remedyZh: '请核对瓦片地址；更大比例尺请放大第 {deepest} 级的瓦片。',
    remedyEn: 'Check the address; to look closer, enlarge the tile of zoom {deepest}.',
  },
} as const satisfies CatalogueArea;
