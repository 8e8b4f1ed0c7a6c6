import { type Words, wordList } from '../words.ts';
import type { Point } from './plane.ts';

const words = (zh: string, en: string): Words => ({ zh, en });

/** The thirteen main roads and the points they pass, kilometres on the district's plane. */
export const avenues: readonly { readonly name: Words; readonly through: readonly Point[] }[] = [
  {
    name: words('清江大道', 'Qingjiang Avenue'),
    through: [
      [-11.3, 1.6],
      [-6.2, 2.2],
      [-2, 3.4],
      [3, 2.2],
      [7, 2.4],
      [11.5, 2.2],
    ],
  },
  {
    name: words('榕桥大道', 'Rongqiao Avenue'),
    through: [
      [0.4, 7.7],
      [0.2, 3.8],
      [0.3, 0.6],
      [1, -3],
      [1.2, -8.6],
    ],
  },
  {
    name: words('临波大道', 'Linbo Avenue'),
    through: [
      [-11.8, -2.8],
      [-6, -3.2],
      [-1, -1.4],
      [2, -3.4],
      [7, -4.2],
      [12, -3],
    ],
  },
  {
    name: words('云麓大道', 'Yunlu Avenue'),
    through: [
      [-2.6, 1.9],
      [-3.4, 4],
      [-4.3, 8],
    ],
  },
  {
    name: words('科苑大道', 'Keyuan Avenue'),
    through: [
      [5.2, 8.1],
      [6.3, 2],
      [6.7, -3.2],
      [7.8, -6.8],
    ],
  },
  {
    name: words('白棠大道', 'Baitang Avenue'),
    through: [
      [-7.9, -7.3],
      [-6, -5],
      [-5.1, -1.7],
      [-6.4, 1.6],
      [-7.6, 4.6],
    ],
  },
  {
    name: words('禾坪大道', 'Heping Avenue'),
    through: [
      [1.8, 8.8],
      [3.4, 6],
      [6.4, 3.4],
      [11.3, 3.6],
    ],
  },
  {
    name: words('环城北路', 'North Ring Road'),
    through: [
      [-8.4, 3.9],
      [-3.6, 5.8],
      [0, 5.6],
      [3, 4.3],
      [6.1, 4.4],
    ],
  },
  {
    name: words('环城南路', 'South Ring Road'),
    through: [
      [-6, -5],
      [-1.6, -5.2],
      [4, -5.8],
      [9, -5],
      [11.6, -4.8],
    ],
  },
  {
    name: words('星港大道', 'Xinggang Avenue'),
    through: [
      [3.1, 1.2],
      [6.4, 0.2],
      [10.9, 0.8],
    ],
  },
  {
    name: words('晴岚大道', 'Qinglan Avenue'),
    through: [
      [4.2, -8.4],
      [4.2, -5],
      [3.4, -3.1],
    ],
  },
  {
    name: words('月堤大道', 'Yuedi Avenue'),
    through: [
      [8.7, -6.9],
      [8.9, -3.8],
      [8.5, -1.5],
      [9, 1.2],
      [8.9, 6.1],
    ],
  },
  {
    name: words('澄塘大道', 'Chengtang Avenue'),
    through: [
      [-11, 0.6],
      [-7.4, 0.4],
      [-4.4, 1.6],
      [-2.6, 1.9],
    ],
  },
];

/** Words for roads, streets and lanes. */
export const roadWords: readonly Words[] = wordList(`
清晖 Qinghui,育秀 Yuxiu,惠风 Huifeng,文澜 Wenlan,和鸣 Heming,长乐里 Changleli,安澜 Anlan,朝阳里 Zhaoyangli,翠竹 Cuizhu,宝树 Baoshu,
明珠 Mingzhu,红棉 Hongmian,紫荆 Zijing,木兰 Mulan,凌霄 Lingxiao,芙蕖 Fuqu,蔷薇 Qiangwei,茉莉 Moli,玉兰 Yulan,金桂 Jingui,
银杏 Yinxing,青松 Qingsong,白杨 Baiyang,垂柳 Chuiliu,蓝花 Lanhua,杜鹃 Dujuan,百合 Baihe,水榕 Shuirong,香樟 Xiangzhang,苦楝 Kulian,
麦穗 Maisui,新禾 Xinhe,丰登 Fengdeng,仓廪 Canglin,耕读 Gengdu,渔歌 Yuge,樵径 Qiaojing,织锦 Zhijin,陶然 Taoran,砚田 Yantian,
墨池 Mochi,笔架 Bijia,书香 Shuxiang,弦歌 Xiange,诗礼 Shili,崇书 Chongshu,尚学 Shangxue,敬业 Jingye,乐群 Lequn,博雅 Boya,
明德里 Mingdeli,至诚 Zhicheng,仁寿 Renshou,义和 Yihe,礼让 Lirang,笃信 Duxin,孝友 Xiaoyou,勤耕 Qingeng,俭德 Jiande,宽和 Kuanhe,
东曦 Dongxi,西成 Xicheng,南薰 Nanxun,北辰里 Beichenli,中和里 Zhongheli,望月 Wangyue,听雨 Tingyu,观云 Guanyun,揽星 Lanxing,采风 Caifeng,
踏歌 Tage,行舟 Xingzhou,扬帆 Yangfan,引航 Yinhang,泊岸 Bo’an,临渊 Linyuan,听松 Tingsong,枕流 Zhenliu,浣纱 Huansha,濯缨 Zhuoying,
浅渚 Qianzhu,芳汀 Fangting,兰渚 Lanzhu,苇岸 Wei’an,鹤汀 Heting,雁行 Yanxing,燕归 Yangui,莺啼 Yingti,鸠鸣 Jiuming,鹊桥里 Queqiaoli,
鲤跃 Liyue,螺洲里 Luozhouli,蚝壳 Haoke,贝阙 Beique,珊瑚 Shanhu,琥珀 Hupo,玛瑙 Manao,翡翠 Feicui,琉璃 Liuli,水晶 Shuijing,
创想 Chuangxiang,智汇 Zhihui,数谷 Shugu,云网 Yunwang,芯光 Xinguang,量子 Liangzi,光年 Guangnian,矩阵 Juzhen,坐标 Zuobiao,原点 Yuandian,
致远 Zhiyuan,凌云 Lingyun,腾骧 Tengxiang,奋楫 Fenji,争流 Zhengliu,破浪 Polang,乘风 Chengfeng,远航 Yuanhang,启程 Qicheng,新程 Xincheng,
油坊 Youfang,糖寮 Tangliao,豆腐 Doufu,打铁 Datie,竹器 Zhuqi,木屐 Muji,灯笼 Denglong,花灯 Huadeng,纸扎 Zhizha,染布 Ranbu,
酒埕 Jiucheng,酱园 Jiangyuan,米铺 Mipu,鱼市口 Yushikou,果栏 Guolan,菜栏 Cailan,茶楼 Chalou,戏台 Xitai,鼓乐 Guyue,醒狮 Xingshi,
龙舟 Longzhou,彩楼 Cailou,牌坊里 Paifangli,更楼 Genglou,水巷 Shuixiang,井头 Jingtou,榕根 Ronggen,石板 Shiban,青砖 Qingzhuan,瓦檐 Wayan,
镬耳 Huo’er,趟栊 Tanglong,满洲窗 Manzhouchuang,天井 Tianjing,后园 Houyuan,塘前 Tangqian,上堤 Shangti,下埠 Xiabu,新埗 Xinbu,旧圩 Jiuxu,
大树头 Dashutou,三眼井 Sanyanjing,七株榕 Qizhurong,九曲 Jiuqu,十字 Shizi,百步 Baibu,千帆 Qianfan,万象 Wanxiang,双桂 Shuanggui,双塔里 Shuangtali,
五谷 Wugu,六合里 Liuheli,八宝 Babao,四季 Siji,一苇 Yiwei,晨曦 Chenxi,暮云 Muyun,春晓 Chunxiao,夏荷 Xiahe,秋水 Qiushui,
冬青 Dongqing,霜叶 Shuangye,瑞雪 Ruixue,甘霖 Ganlin,虹影 Hongying,霁月 Jiyue,朗星 Langxing,碧空 Bikong,云深处 Yunshenchu,流霞 Liuxia,
稻香里 Daoxiangli,麻石 Mashi,沙涌口 Shayongkou,蟹地 Xiedi,虾塘 Xiatang,鸭埗 Yabu,鹅掌 Ezhang,牛轭 Niu’e,马鞍里 Ma’anli,羊蹄 Yangti`);
