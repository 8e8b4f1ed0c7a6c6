import { chance } from '../chance.ts';
import { type Words, wordList } from '../words.ts';
import type { Area } from './area.ts';
import { between, type Position, toPoint, toPosition } from './plane.ts';
import { contains } from './ring.ts';

export type PlaceKind =
  | 'estate'
  | 'market'
  | 'school'
  | 'kindergarten'
  | 'park'
  | 'hospital'
  | 'mall'
  | 'workshops'
  | 'plaza'
  | 'station'
  | 'site';

/** A named place (地名): a point inside a known cell. */
export interface Place {
  readonly code: string;
  readonly kind: PlaceKind;
  readonly name: Words;
  readonly cell: string;
  readonly point: Position;
}

interface PlacePlan {
  readonly kind: PlaceKind;
  readonly count: number;
  /** Endings with their English, taken in turn. */
  readonly endings: readonly Words[];
  /** Named after the community they stand in, or given a fine name of their own. */
  readonly after: 'community' | 'fine';
  /** Where a cell without a house of the kind would look odd. */
  readonly where: 'anywhere' | 'urban' | 'village';
}

const plans: readonly PlacePlan[] = [
  {
    kind: 'estate',
    count: 186,
    endings: wordList('花园 Garden,雅苑 Court,家园 Homes,新村 New Village,名庭 Residence,华府 Mansion,公寓 Apartments'),
    after: 'fine',
    where: 'anywhere',
  },
  {
    kind: 'market',
    count: 34,
    endings: wordList('肉菜市场 Food Market,农贸市场 Farmers’ Market,综合市场 Market'),
    after: 'community',
    where: 'anywhere',
  },
  {
    kind: 'school',
    count: 46,
    endings: wordList('小学 Primary School,中学 Middle School,实验学校 Experimental School'),
    after: 'community',
    where: 'anywhere',
  },
  {
    kind: 'kindergarten',
    count: 18,
    endings: wordList('幼儿园 Kindergarten'),
    after: 'community',
    where: 'anywhere',
  },
  {
    kind: 'park',
    count: 32,
    endings: wordList('公园 Park,口袋公园 Pocket Park,绿地 Green'),
    after: 'community',
    where: 'anywhere',
  },
  {
    kind: 'hospital',
    count: 18,
    endings: wordList('社区卫生服务中心 Community Health Centre,门诊部 Clinic,医院 Hospital'),
    after: 'community',
    where: 'anywhere',
  },
  {
    kind: 'mall',
    count: 18,
    endings: wordList('商场 Mall,购物中心 Shopping Centre,广场商业街 Shopping Street'),
    after: 'fine',
    where: 'urban',
  },
  {
    kind: 'workshops',
    count: 20,
    endings: wordList('工业园 Industrial Park,创意园 Creative Park,物流园 Logistics Park'),
    after: 'community',
    where: 'anywhere',
  },
  {
    kind: 'plaza',
    count: 10,
    endings: wordList('文化广场 Culture Square,市民广场 Citizens’ Square'),
    after: 'community',
    where: 'anywhere',
  },
  {
    kind: 'station',
    count: 14,
    endings: wordList('公交总站 Bus Terminal,客运站 Coach Station'),
    after: 'community',
    where: 'urban',
  },
  {
    kind: 'site',
    count: 16,
    endings: wordList('安置房项目工地 Resettlement Housing Site,地块项目工地 Development Site,道路改造工地 Road Works'),
    after: 'community',
    where: 'anywhere',
  },
];

const fineNames: readonly Words[] = wordList(`
清江湾 Qingjiang Bay,澜景 Lanjing,云栖里 Yunqili,榕景 Rongjing,江畔 Jiangpan,汀洲 Tingzhou,朗庭 Langting,翡丽 Feili,悦澜 Yuelan,锦宸 Jinchen,
和润 Herun,康怡 Kangyi,丽晖 Lihui,星汇 Xinghui,瑞景 Ruijing,晴川里 Qingchuanli,雅居里 Yajuli,逸翠 Yicui,盈彩 Yingcai,嘉禾里 Jiaheli,
望岚 Wanglan,听潮 Tingchao,月榕 Yuerong,鹭影 Luying,梧桐里 Wutongli,桂语 Guiyu,棠颂 Tangsong,麓语 Luyu,塘悦 Tangyue,星澜 Xinglan,
春和 Chunhe,景明 Jingming,天朗 Tianlang,气清 Qiqing,惠泽 Huize,康乐里 Kangleli,安居里 Anjuli,乐业 Leye,同心 Tongxin,共好 Gonghao`);

/** About 400 named places; a name occurs once. */
export function places(areas: readonly Area[]): readonly Place[] {
  const source = chance('qingjiang-places');
  const byCode = new Map(areas.map((area) => [area.code, area]));
  const cells = areas.filter(({ level }) => level === 'cell');
  const urban = cells.filter(({ parent }) => !byCode.get(parent as string)?.name.zh.endsWith('村'));
  const used = new Set<string>();
  const result: Place[] = [];
  for (const { kind, count, endings, after, where } of plans) {
    for (let made = 0; made < count; ) {
      const cell = source.pick(where === 'urban' ? urban : cells);
      const community = byCode.get(cell.parent as string) as Area;
      const ending = endings[made % endings.length] as Words;
      const base =
        after === 'fine'
          ? source.pick(fineNames)
          : {
              zh: community.name.zh.replace(/(社区|村)$/, ''),
              en: community.name.en.replace(/ (Community|Village)$/, ''),
            };
      const name = { zh: base.zh + ending.zh, en: `${base.en} ${ending.en}` };
      if (used.has(name.zh)) continue;
      used.add(name.zh);
      result.push({
        code: `P${String(result.length + 1).padStart(3, '0')}`,
        kind,
        name,
        cell: cell.code,
        point: positionIn(cell, source),
      });
      made++;
    }
  }
  return result;
}

/** A chance position inside an area: from its centre towards a bend of its border. */
export function positionIn(area: Area, source: { unit(): number; below(n: number): number }): Position {
  const outer = area.polygon[0]?.[0];
  if (!outer) return area.centre;
  const towards = outer[source.below(outer.length)] as Position;
  const share = 0.85 * Math.sqrt(source.unit());
  const point = toPosition(between(toPoint(area.centre), toPoint(towards), share));
  return contains(area.polygon, point) ? point : area.centre;
}
