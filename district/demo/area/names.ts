import { type Words, wordList } from '../words.ts';
import type { Point } from './plane.ts';

export interface StreetPlan {
  /** Three digits after the district's six. */
  readonly digits: string;
  /** Short sign-in form of the name: yundu, rongbu … */
  readonly slug: string;
  readonly town: boolean;
  readonly name: Words;
  /** Where the street's office stands, kilometres on the district's plane. */
  readonly seat: Point;
  /** Greater than one: the street reaches less far. */
  readonly drag: number;
  readonly communities: readonly Words[];
}

const plan = (
  digits: string,
  name: string,
  seat: Point,
  drag: number,
  communities: string,
  town = false,
): StreetPlan => {
  const [words] = wordList(name);
  if (!words) throw new RangeError(`street ${digits} has no name`);
  return {
    digits,
    slug: words.en.toLowerCase(),
    town,
    name: town ? { zh: `${words.zh}镇`, en: `${words.en} Town` } : { zh: `${words.zh}街道`, en: `${words.en} Street` },
    seat,
    drag,
    communities: wordList(communities).map(({ zh, en }) =>
      town && !zh.startsWith('圩')
        ? { zh: `${zh}村`, en: `${en} Village` }
        : { zh: `${zh}社区`, en: `${en} Community` },
    ),
  };
};

/** Twelve streets and two towns, all invented; 圩 (market) communities of the towns are urban. */
export const streetPlans: readonly StreetPlan[] = [
  plan(
    '001',
    '云渡 Yundu',
    [-2.6, 2.6],
    1.1,
    '渡头 Dutou,云桥 Yunqiao,埠前 Buqian,水仙 Shuixian,长堤 Changdi,骑楼 Qilou,钟鼓 Zhonggu,书院 Shuyuan',
  ),
  plan(
    '002',
    '榕埠 Rongbu',
    [-0.2, 2.6],
    1.1,
    '榕荫 Rongyin,古榕 Gurong,埠东 Budong,埠西 Buxi,盐仓 Yancang,米市 Mishi,药王 Yaowang,书坊 Shufang',
  ),
  plan(
    '003',
    '鹭汀 Luting',
    [-4.9, -1.7],
    1,
    '鹭鸣 Luming,汀岸 Ting’an,芦湾 Luwan,渔火 Yuhuo,帆影 Fanying,沙尾 Shawei,鸥洲 Ouzhou',
  ),
  plan(
    '004',
    '望潮 Wangchao',
    [2.6, 1.5],
    1,
    '潮音 Chaoyin,听澜 Tinglan,月台 Yuetai,秋棠 Qiutang,灯塔 Dengta,船坞 Chuanwu,江声 Jiangsheng',
  ),
  plan(
    '005',
    '青麓 Qinglu',
    [-3.9, 5.9],
    1,
    '麓泉 Luquan,松径 Songjing,竹坞 Zhuwu,梅坡 Meipo,枫亭 Fengting,茶圃 Chapu,石阶 Shijie,松涛 Songtao',
  ),
  plan(
    '006',
    '澄塘 Chengtang',
    [-7.2, 1.4],
    1,
    '澄心 Chengxin,荷风 Hefeng,菱角 Lingjiao,莲房 Lianfang,蛙声 Washeng,塘口 Tangkou,柳堤 Liudi',
  ),
  plan(
    '007',
    '鼓石 Gushi',
    [-1.4, 4.9],
    1,
    '鼓声 Gusheng,石坊 Shifang,石榴 Shiliu,铁匠 Tiejiang,铜锣 Tongluo,磨盘 Mopan,砚池 Yanchi',
  ),
  plan(
    '008',
    '桂圃 Guipu',
    [1.5, -2.4],
    1.1,
    '桂香 Guixiang,丹桂 Dangui,圃田 Putian,花径 Huajing,兰畹 Lanwan,菊坡 Jupo,蕉林 Jiaolin',
  ),
  plan(
    '009',
    '晴岚 Qinglan',
    [4.3, -5.4],
    1,
    '晴云 Qingyun,岚光 Languang,彩桥 Caiqiao,朝晖 Zhaohui,晚照 Wanzhao,星河 Xinghe,翠帘 Cuilian,锦绣 Jinxiu',
  ),
  plan(
    '010',
    '梧岸 Wu’an',
    [-1.2, -2.6],
    1,
    '梧声 Wusheng,梧影 Wuying,岸芷 Anzhi,凤来 Fenglai,琴台里 Qintaili,棋盘 Qipan,画桥 Huaqiao',
  ),
  plan(
    '011',
    '星埔 Xingpu',
    [6.4, 1.7],
    1,
    '星光 Xingguang,启明 Qiming,创新 Chuangxin,科苑 Keyuan,智谷 Zhigu,数港 Shugang,云帆 Yunfan,汇智 Huizhi',
  ),
  plan(
    '012',
    '月堤 Yuedi',
    [8.7, -3.7],
    1,
    '月牙 Yueya,堤上 Dishang,堤外 Diwai,银沙 Yinsha,桃坞 Taowu,杏林 Xinglin,橘园 Juyuan,桑园 Sangyuan',
  ),
  plan(
    '100',
    '白棠 Baitang',
    [-6.4, -5.4],
    0.9,
    '棠梨 Tangli,白鹤 Baihe,牛栏 Niulan,上坪 Shangping,下坪 Xiaping,樟树 Zhangshu,荔林 Lilin,龙眼 Longyan,甘蔗 Ganzhe,圩市 Xushi',
    true,
  ),
  plan(
    '101',
    '禾坪 Heping',
    [3.3, 6.2],
    0.9,
    '禾秀 Hexiu,谷仓 Gucang,稻花 Daohua,水车 Shuiche,瓦窑 Wayao,竹篙 Zhugao,莲蓬 Lianpeng,鸭寮 Yaliao,大岭 Daling,圩尾 Xuwei',
    true,
  ),
];
