import type { FoundQuantity } from './found.ts';
import { longerWord } from './longer-word.ts';

type Form = FoundQuantity['form'];

/** Money words; foreign money is money too. */
const money = [
  '元',
  '元人民币',
  '美元',
  '港元',
  '港币',
  '欧元',
  '英镑',
  '日元',
  '澳元',
  '加元',
  '新加坡元',
  '韩元',
  '卢布',
  '元美金',
  '美金',
  '块钱',
  '元钱',
];
const durations = [
  '年',
  '个月',
  '周',
  '星期',
  '个星期',
  '天',
  '日',
  '小时',
  '个小时',
  '钟头',
  '分钟',
  '秒',
  '秒钟',
  '刻钟',
  '个工作日',
  '工作日',
  '个自然日',
  '自然日',
  '个日历天',
  '个季度',
  '个年头',
  '毫秒',
  '个交易日',
];
/** Units of measure: physical ones and those that are counted like them. */
const measures = [
  '平方公里',
  '平方千米',
  '平方米',
  '平方',
  '平方英里',
  '公顷',
  '亩',
  '顷',
  '立方米',
  '立方',
  '方',
  '升',
  '毫升',
  '公里',
  '千米',
  '米',
  '厘米',
  '毫米',
  '微米',
  '纳米',
  '英寸',
  '岁',
  '周岁',
  '海里',
  '里',
  '延米',
  '延长米',
  '车道公里',
  '皮长公里',
  '芯公里',
  '单线公里',
  '吨',
  '吨标准煤',
  '吨标煤',
  '吨当量',
  '载重吨',
  '总吨',
  '公斤',
  '千克',
  '克',
  '毫克',
  '微克',
  '斤',
  '克拉',
  '千瓦',
  '兆瓦',
  '瓦',
  '吉瓦',
  '千瓦时',
  '兆瓦时',
  '度',
  '千伏',
  '千伏安',
  '兆伏安',
  '兆',
  '摄氏度',
  '℃',
  '分贝',
  '分',
  '度电',
  '标准箱',
  '个标准箱',
  '标箱',
  '个标箱',
  '人公里',
  '吨公里',
  '焦',
  '千焦',
  '帕',
  '千卡',
  '大卡',
  '㎡',
  '㎥',
  '车公里',
  '客公里',
];
/** Counting words. */
const counts =
  '个 家 件 项 条 处 座 所 间 户 人 名 位 场 张 台 辆 套 栋 幢 宗 起 批 对 双 组 队 支 只 头 羽 尾 匹 棵 株 朵 盆 盏 根 杆 副 本 册 部 卷 篇 幅 首 集 档 期 届 届次 版 款 单 笔 例 案 门 堂 节 课时 学时 学分 学位 床 床位 席 席位 座位 餐位 泊位 车位 停车位 宿位 托位 托额 个托位 岗 岗位 标段 地块 块 片 段 层 面 口 眼 孔 路 股 班 班次 车次 趟 列 列次 航次 架 架次 艘 艘次 次 人次 家次 户次 批次 件次 场次 辆次 台次 例次 车辆次 人天 人日 人份 份 枚 粒 颗 滴 剂 剂次 针 针次 支次 包 箱 袋 瓶 罐 桶 扇 点 点位 站 站点 声 票 封 遍 轮 波 番 手 户型 标 台套 台组 套次 艇 卡 线 村 镇 街 户人 万 枪 桩 套房 亩地 种 类 大类 方面 门类 名次 位次 个位次 工日 频次 单位 幅次 册次 曲 出 餐 份餐 处次 宗次 车 碗 头份 员 校 院 环 道 级 等 团 课 例数 课次 期次 册件 卷册 本次 艘船 铺 客房 间房 间客房 档次 步 圈 席次 车皮 网格 基站 机架 标准机架 个标准机架 算力 户家庭 批人 单元'.split(
    ' ',
  );

const forms = new Map<string, Form>();
for (const word of counts) forms.set(word, 'count');
for (const word of measures) forms.set(word, 'measure');
for (const word of durations) forms.set(word, 'duration');
for (const word of money) forms.set(word, 'money');
for (const word of ['%', '％', '‰', '成']) forms.set(word, 'percent');
for (const word of ['个百分点', '百分点', '个千分点', '个点']) forms.set(word, 'points');
forms.set('倍', 'multiple');

/** These only look like measure words: after a number they are the thing counted, or begin it, and no unit is written. */
const noUnit = new Set([
  '户型',
  '例数',
  '算力',
  '万',
  '标',
  '团',
  '卡',
  '线',
  '村',
  '镇',
  '街',
  '校',
  '院',
  '站',
  '基站',
  '站点',
  '单位',
  '员',
  '课',
  '网格',
  '客房',
  '圈',
  '等',
  '级',
  '步',
  '单元',
  '艘船',
  '间房',
  '批人',
  '亩地',
  '套房',
  '户家庭',
  '户人',
  '间客房',
  '车',
  '环',
  '队',
  '道',
  '碗',
  '出',
  '曲',
]);
for (const word of noUnit) forms.delete(word);

const byFirst = new Map<string, string[]>();
for (const word of forms.keys()) {
  const first = word.charAt(0);
  byFirst.set(
    first,
    [...(byFirst.get(first) ?? []), word].sort((a, b) => b.length - a.length),
  );
}

const latin =
  /(?:km²|km2|km|㎡|m²|m2|m³|m3|m|kg|mg|μg|ug|g|MWh|kWh|GWh|MW|GW|kW|KW|kV|KV|TEU|GB|TB|PB|MB|Gbps|Mbps|PFLOPS|EFLOPS|Pflops|Eflops|P|t|h|L|ml|dB)(?![A-Za-z0-9+])/y;
const denominator =
  /[/／每](?:[十百千万亿]{0,2}(?:人次|人口|人|名|户|件|平方公里|平方千米|平方米|立方米|公顷|亩|吨标准煤|吨|公斤|千克|升|公里|千米|米|千瓦时|度|个月|月|年度|年|日|天|周|季度|季|小时|分钟|秒|次|个|家|台|辆|套|张|床|学年|生|标准箱|元)|㎡|m2|m3|m²|m³|km²|h|d|s|kWh|kg|L|t|万元(?:GDP|产值|工业增加值)?)/y;

export interface Unit {
  readonly length: number;
  /** As written, without spaces. */
  readonly text: string;
  readonly form: Form;
  /** What stands under the stroke: 人 of 小时/人. */
  readonly per?: string;
}

/** The measure word at `at`, the longest known, with its denominator; undefined where none is written. */
export function unitAt(text: string, at: number): Unit | undefined {
  const word = wordAt(text, at) ?? latinAt(text, at);
  if (word === undefined) return undefined;
  denominator.lastIndex = at + word.length;
  const under = denominator.exec(text)?.[0];
  const form = forms.get(word) ?? 'measure';
  if (under === undefined) return { length: word.length, text: word === '％' ? '%' : word, form };
  return { length: word.length + under.length, text: word + under, form, per: under.slice(1) };
}

function wordAt(text: string, at: number): string | undefined {
  for (const word of byFirst.get(text.charAt(at)) ?? []) {
    if (!text.startsWith(word, at)) continue;
    const not = longerWord[word];
    if (not?.test(text.slice(at, at + 6))) continue;
    return word;
  }
  return undefined;
}

function latinAt(text: string, at: number): string | undefined {
  latin.lastIndex = at;
  return latin.exec(text)?.[0];
}

/** Measure words that a Chinese numeral may count; the others make words with it (三级, 二期, 一面, 四方). */
const forHan = new Set(
  '个 家 件 项 条 处 座 所 间 户 名 位 场 张 台 辆 套 栋 幢 宗 起 批 支 只 棵 株 部 篇 幅 款 笔 例 批次 人次 家次 户次 件次 场次 次 轮 种 大类 方面 类 门 岁 元 万元 亿元 美元 倍 亩 公里 公顷 平方公里 平方米 立方米 吨 千米 米 公斤 年 个月 天 小时 个小时 分钟 刻钟 秒 个工作日 周 日 个季度 个年头 个百分点 百分点 成 人 口 艘 架 枚 份 块 段 层 学时 课时 张床 床位 期 遍 趟 对 组 册 卷 本 双 档 条线 位次 个位次 名次 头 千瓦 兆瓦 千瓦时 度 升'.split(
    ' ',
  ),
);

/** Whether a Chinese numeral followed by this measure word is a number at all. */
export function countsHan(unit: string): boolean {
  return forHan.has(unit) || unit.includes('/');
}
