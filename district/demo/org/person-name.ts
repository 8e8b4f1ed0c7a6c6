import type { Chance } from '../chance.ts';
import { type Words, wordList } from '../words.ts';

const families = wordList(
  '林 Lin,陈 Chen,黄 Huang,梁 Liang,何 He,罗 Luo,郭 Guo,宋 Song,谢 Xie,韩 Han,唐 Tang,冯 Feng,于 Yu,董 Dong,萧 Xiao,程 Cheng,曹 Cao,袁 Yuan,邓 Deng,许 Xu,傅 Fu,沈 Shen,曾 Zeng,彭 Peng,吕 Lü,苏 Su,卢 Lu,蒋 Jiang,蔡 Cai,贾 Jia,丁 Ding,魏 Wei,薛 Xue,叶 Ye,阎 Yan,余 Yu,潘 Pan,杜 Du,戴 Dai,夏 Xia,钟 Zhong,汪 Wang,田 Tian,任 Ren,姜 Jiang,范 Fan,方 Fang,石 Shi,姚 Yao,谭 Tan,廖 Liao,邹 Zou,熊 Xiong,陆 Lu,郝 Hao,孔 Kong,白 Bai,崔 Cui,康 Kang,毛 Mao',
);
const firsts = wordList(
  '禾 he,澜 lan,岚 lan,汀 ting,棠 tang,榕 rong,鹭 lu,麓 lu,砚 yan,舟 zhou,渔 yu,桂 gui,梧 wu,星 xing,晴 qing,潮 chao,堤 di,柚 you,苇 wei,笛 di',
);
const seconds = wordList(
  '生 sheng,之 zhi,然 ran,知 zhi,安 an,宁 ning,平 ping,言 yan,行 xing,声 sheng,清 qing,远 yuan,微 wei,朗 lang,晓 xiao,同 tong,望 wang,归 gui,吟 yin,圆 yuan',
);

/** Names of the invented: an ordinary family name, a given name that reads like a novel's. */
export function personName(source: Chance): Words {
  const [family, first, second] = [source.pick(families), source.pick(firsts), source.pick(seconds)];
  const given = first.en + (/^[aeo]/.test(second.en) ? `’${second.en}` : second.en);
  return {
    zh: family.zh + first.zh + second.zh,
    en: `${given.charAt(0).toUpperCase()}${given.slice(1)} ${family.en}`,
  };
}
