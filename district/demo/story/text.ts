import { type Area, areaOfCode, type Frontage, type Place, roads } from '../area/index.ts';
import type { Chance } from '../chance.ts';
import type { DemandItem, DemandKind } from '../matters/index.ts';
import type { Voice } from './voices.ts';

/** Where a case is, in the words people use for it. */
export interface Spot {
  readonly cell: Area;
  readonly community: Area;
  readonly street: Area;
  readonly frontage: Frontage | undefined;
  /** The named place it is at, or the nearest one. */
  readonly place: Place;
  /** The case is at the place itself, not at a house number. */
  readonly atPlace: boolean;
}

const roadName = new Map(roads.map(({ code, name }) => [code, name.zh]));

const SHOPS = [
  '便利店',
  '烧烤店',
  '快餐店',
  '美发店',
  '奶茶店',
  '五金店',
  '水果店',
  '洗车店',
  '麻辣烫店',
  '健身馆',
  '培训中心',
  '药店',
  '家具店',
  '棋牌室',
  '修车铺',
] as const;
const OPENERS = ['', '', '', '市民反映：', '来电人反映，', '您好，', '我想反映一下，', '麻烦帮忙转达，'] as const;
const EATING = ['快餐店', '烧烤店', '面馆', '火锅店', '茶餐厅', '大排档', '麻辣烫店', '奶茶店'] as const;
const AMUSEMENT = ['歌厅', '酒吧', '音乐餐吧', '棋牌室'] as const;
const ASKING = ['', '', '您好，', '请问，', '市民咨询：'] as const;
const CLOSERS: Readonly<Record<DemandKind, readonly string[]>> = {
  consultation: ['', '', '请告知。', '想了解具体流程。', '该找哪个部门？', '请回电说明。'],
  suggestion: ['', '望采纳。', '希望相关部门考虑。', '请研究后回复。'],
  request: [
    '',
    '希望尽快处理。',
    '请派人到现场看看。',
    '麻烦尽快安排。',
    '家里有老人小孩，请抓紧。',
    '请处理后告知结果。',
  ],
  complaint: [
    '',
    '要求整改。',
    '已经反映过多次，没有解决。',
    '请严肃处理并回复。',
    '严重影响生活，请尽快处理。',
    '不要再互相推诿。',
  ],
  report: ['', '请依法查处。', '请核查，并为我保密。', '请派执法人员到场。', '现场有照片可以提供。'],
};
const GENERAL_QUESTIONS = [
  '想咨询{项}方面的规定和办理流程',
  '关于{项}，应该向哪个部门反映',
  '请问{社}一带{项}由谁负责',
] as const;
const GENERAL_SUGGESTIONS = [
  '建议加强{地}周边{项}方面的管理',
  '建议在{社}多做{项}方面的宣传和巡查',
  '希望改进{项}方面的工作',
] as const;

export function addressOf({ street, community, frontage, place, atPlace }: Spot, source: Chance): string {
  const ground = street.name.zh + community.name.zh;
  if (atPlace || !frontage) return `${ground}${atPlace ? place.name.zh : `（近${place.name.zh}）`}`;
  const beside = source.happens(0.35) ? `（近${place.name.zh}）` : '';
  return `${ground}${roadName.get(frontage.road)}${frontage.number}号${beside}`;
}

/** What the caller said, two sentences at most. `hour` is the local hour of the call. */
export function words(
  source: Chance,
  voice: Voice,
  item: DemandItem,
  kind: DemandKind,
  spot: Spot,
  hour: number,
): string {
  const phrase = source.pick(phrases(voice, kind, source));
  const body = phrase.replaceAll(/\{(.)\}/gu, (_, name: string) => filled(source, name, item, spot, hour));
  const closer = source.pick(CLOSERS[kind]);
  const opener = source.pick(kind === 'consultation' ? ASKING : OPENERS);
  const stop = kind === 'consultation' && /怎|什么|吗|几|哪|多少|能不能|可以/.test(body) ? '？' : '。';
  return `${opener}${body}${stop}${closer}`;
}

function phrases(voice: Voice, kind: DemandKind, source: Chance): readonly string[] {
  if (kind === 'consultation') return voice.questions.length > 0 ? voice.questions : GENERAL_QUESTIONS;
  if (kind === 'suggestion') {
    const wishes = voice.statements.filter((phrase) => /希望|建议|感谢|表扬/.test(phrase));
    return wishes.length > 0 && source.happens(0.7) ? wishes : GENERAL_SUGGESTIONS;
  }
  return voice.statements.length > 0 ? voice.statements : GENERAL_QUESTIONS;
}

function filled(source: Chance, name: string, item: DemandItem, spot: Spot, hour: number): string {
  switch (name) {
    case '路':
      return spot.frontage
        ? `${roadName.get(spot.frontage.road)}${source.happens(0.6) ? `${spot.frontage.number}号` : ''}`
        : spot.place.name.zh;
    case '地':
      return spot.place.name.zh;
    case '社':
      return source.happens(0.3) ? spot.street.name.zh + spot.community.name.zh : spot.community.name.zh;
    case '楼':
      return `${1 + source.below(18)}${source.pick(['栋', '号楼', '座'])}${source.happens(0.4) ? `${2 + source.below(17)}楼` : ''}`;
    case '店':
      return source.pick(SHOPS);
    case '食':
      return source.pick(EATING);
    case '娱':
      return source.pick(AMUSEMENT);
    case '天':
      return String(2 + source.below(14));
    case '钱':
      return String(source.pick([1, 2, 3, 5, 8]) * source.pick([10, 100, 100, 1000]) + source.below(10) * 10);
    case '薪':
      return String((4 + source.below(40)) * 1000 + source.below(10) * 100);
    case '时':
      return timeWords(hour, source);
    case '项':
      return item.name.zh;
    default:
      throw new RangeError(`no words for {${name}}`);
  }
}

function timeWords(hour: number, source: Chance): string {
  if (hour < 6) return source.pick(['凌晨', '半夜', `凌晨${Math.max(1, hour)}点多`]);
  if (hour < 9) return source.pick(['昨晚', '今早', '昨天深夜']);
  if (hour < 12) return source.pick(['今天上午', '昨晚', '每天上午']);
  if (hour < 18) return source.pick(['今天下午', '中午', '昨晚']);
  return source.pick(['今晚', '刚才', `晚上${Math.min(11, hour - 12)}点多`]);
}

export const titleOf = (item: DemandItem, { community }: Spot): string => `${community.name.zh}${item.name.zh}`;

export function spotOf(cell: Area, frontage: Frontage | undefined, place: Place, atPlace: boolean): Spot {
  const community = areaOfCode(cell.parent as string);
  return { cell, community, street: areaOfCode(community.parent as string), frontage, place, atPlace };
}
