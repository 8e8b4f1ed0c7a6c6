/** Every syllable of standard Chinese as it is typed: without tones, `v` for ü. */
const SYLLABLES = new Set(
  `a ai an ang ao ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu ca cai can cang cao ce cen ceng cha chai chan chang
chao che chen cheng chi chong chou chu chua chuai chuan chuang chui chun chuo ci cong cou cu cuan cui cun cuo da dai dan dang dao de
dei den deng di dia dian diao die ding diu dong dou du duan dui dun duo e ei en eng er fa fan fang fei fen feng fo fou fu ga gai gan
gang gao ge gei gen geng gong gou gu gua guai guan guang gui gun guo ha hai han hang hao he hei hen heng hong hou hu hua huai huan
huang hui hun huo ji jia jian jiang jiao jie jin jing jiong jiu ju juan jue jun ka kai kan kang kao ke kei ken keng kong kou ku kua
kuai kuan kuang kui kun kuo la lai lan lang lao le lei leng li lia lian liang liao lie lin ling liu lo long lou lu luan lun luo lv lve
ma mai man mang mao me mei men meng mi mian miao mie min ming miu mo mou mu na nai nan nang nao ne nei nen neng ni nian niang niao nie
nin ning niu nong nou nu nuan nuo nv nve o ou pa pai pan pang pao pei pen peng pi pian piao pie pin ping po pou pu qi qia qian qiang
qiao qie qin qing qiong qiu qu quan que qun ran rang rao re ren reng ri rong rou ru rua ruan rui run ruo sa sai san sang sao se sen
seng sha shai shan shang shao she shei shen sheng shi shou shu shua shuai shuan shuang shui shun shuo si song sou su suan sui sun suo
ta tai tan tang tao te tei teng ti tian tiao tie ting tong tou tu tuan tui tun tuo wa wai wan wang wei wen weng wo wu xi xia xian
xiang xiao xie xin xing xiong xiu xu xuan xue xun ya yan yang yao ye yi yin ying yo yong you yu yuan yue yun za zai zan zang zao ze
zei zen zeng zha zhai zhan zhang zhao zhe zhei zhen zheng zhi zhong zhou zhu zhua zhuai zhuan zhuang zhui zhun zhuo zi zong zou zu
zuan zui zun zuo`.split(/\s+/),
);
const BEGUN = new Set([...SYLLABLES].flatMap((one) => [...one].map((_, at) => one.slice(0, at + 1))));
const LONGEST = 6;

/** Letters that no syllable begins with stand for no initial. */
export function areInitials(letters: string): boolean {
  return /^[a-hj-tw-z]+$/.test(letters);
}

/**
 * The ways of reading letters as syllables, the last perhaps only begun: `xian` is xian and xi'an, `lud` is lu and d. Those of the
 * fewest syllables first, `most` of them.
 */
export function spelled(letters: string, most: number): readonly (readonly string[])[] {
  let open: { readonly parts: readonly string[]; readonly rest: string }[] = [{ parts: [], rest: letters }];
  const found: (readonly string[])[] = [];
  while (open.length > 0 && found.length < most) {
    for (const { parts, rest } of open) if (BEGUN.has(rest) && found.length < most) found.push([...parts, rest]);
    open = open
      .flatMap(({ parts, rest }) =>
        Array.from({ length: Math.min(LONGEST, rest.length - 1) }, (_, at) => rest.slice(0, at + 1))
          .filter((syllable) => SYLLABLES.has(syllable))
          .map((syllable) => ({ parts: [...parts, syllable], rest: rest.slice(syllable.length) })),
      )
      .slice(0, 64);
  }
  return found;
}
