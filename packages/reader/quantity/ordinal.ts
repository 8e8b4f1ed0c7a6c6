import { endsAt } from './clause.ts';
import { numeralIn } from './numeral.ts';
import { draftOf, nameToken, quantityToken, type Token, tail, words } from './token.ts';

/** Words after which a place among others is stated. */
const rankCue =
  /(?:居|列|位|排名|排在|排|名次|跃升至?|跃升到|升至|上升到|上升至|保持|蝉联|获得?|荣获|夺得|全[市省国区县州球盟旗域镇]|世界|亚洲|[各市区县州盟旗省直乡镇]|均为|省内|市内|国内|同类|并列|总分|综合|[中西东]部|[增速总量幅值额率])$/;
/** Counted after 第, these make an ordinal of a series and no place among others. */
const series =
  /^(?:[一二三]?产业|批|轮|期|次|个|条|块|家|类|时间|书记|线|方|支|部|座|步|阶段|代|层|要务|责任|要|动力|资源|生产力|课|季|年|天|部分|环|张|手|所|高级|高速|人民|附属|中|小学|中学|医院|初级|实验|幼儿园|名单|项|例|版|站|棒|枚|届|台|只|场|届|级|种|章|党支部|税务|监督|二次|三方|一把|届|大道|大街|象限|季度|机场|污水|水厂|水质|师|集团|巡|督|派|人称|辑|集|套|款|炉|件|道|桶|口|单|店|股|曲|城|村|商|大(?!经济体)|届)/;

/** What begins with 第: a session, a mark, an ordinal, or a place among others. */
export function ordinalAt(text: string, at: number): Token {
  const numeral = numeralIn(text, at + 1);
  if (numeral === null || numeral.scaleWord !== '' || numeral.value > 9999) return words(at + 1);
  const to = numeral.to;
  const rest = text.slice(to, to + 10);
  if (/^届|^次(?:全体|全会|会议|党代会|党代表大会|代表大会|常[委务]|联席|主席|党组|廉政)/.test(rest))
    return nameToken(text, at, to + 1, 'session');
  if (/^季度/.test(rest)) return nameToken(text, at, to + 2, 'period');
  if (/^个五年/.test(rest)) return nameToken(text, at, to + 3, 'period');
  if (/^(?:人民|附属|中心|实验)?(?:医院|中学|小学|幼儿园|中|高级中学|附属|人民医院)/.test(rest) && !/^中/.test(rest))
    return nameToken(text, at, to, 'title-name');
  const left = tail(text, at, 24);
  if (/连续$/.test(left)) {
    const unit = /^个?[年月次届季]度?/.exec(rest)?.[0] ?? '';
    if (unit !== '') return streak(text, at, to, numeral.value, unit);
  }
  const counted = /^(?:位|名(?!单))/.exec(rest)?.[0] ?? '';
  const clause = left.replace(/[(（][^()（）]{0,12}[)）]$/, '');
  const cued =
    rankCue.test(clause) ||
    (counted !== '' && /(?:居|列|排|名次|升|全[市省国区县球]|世界|[增速总量幅])[^，,。；;]{0,14}$/.test(clause));
  if (cued && (counted !== '' || !series.test(rest) || endsAt(text, to)))
    return rank(text, at, to, to + counted.length, numeral.value, counted, false);
  return nameToken(text, at, to, 'ordinal');
}

/** What begins with 前: the best three, the first ten; undefined where it is a time or another word. */
export function bandAt(text: string, at: number): Token | undefined {
  const numeral = numeralIn(text, at + 1);
  if (numeral === null || numeral.scaleWord !== '' || numeral.value > 500) return undefined;
  const left = tail(text, at, 16);
  if (/[提目以日当年面月空之史向从此生早今]$/.test(left)) return undefined;
  const rest = text.slice(numeral.to, numeral.to + 4);
  const counted = /^(?:位|名(?!单)|强|甲|列|[%％‰])/.exec(rest)?.[0] ?? '';
  const closes = endsAt(text, numeral.to) || numeral.to === text.length || /^[的、和及”"）)]/.test(rest);
  if (counted === '' && !closes) return undefined;
  if (
    !/(?:居|列|位|排|名|进|入|入围|跻身|跃|升至|保持|全[市省国区县州球]|世界|获|在|各[市区县])[^，。；]{0,10}$/.test(
      left,
    )
  )
    return undefined;
  return rank(text, at, numeral.to, numeral.to + counted.length, numeral.value, counted, true);
}

function rank(text: string, at: number, digitsTo: number, to: number, n: number, unit: string, band: boolean): Token {
  const scope = scopeBefore(tail(text, at, 24));
  return quantityToken({
    ...draftOf(text, at, to, n, unit, 'rank'),
    comparator: band ? '<=' : '=',
    rank: { n, ...(scope === '' ? {} : { scope }), ...(band ? { band } : {}) },
    digitsFrom: at + 1,
    digitsTo,
  });
}

function streak(text: string, at: number, to: number, n: number, unit: string): Token {
  const draft = draftOf(text, at - 2, to + unit.length, n, unit, 'streak');
  return quantityToken({ ...draft, streak: { n, unit }, digitsFrom: at + 1, digitsTo: to });
}

/** Among whom: the words after the last verb of ranking, or the name of a whole (全市, 全省各县). */
function scopeBefore(left: string): string {
  const bracket = /[)）]$/.test(left) ? Math.max(left.lastIndexOf('('), left.lastIndexOf('（')) : -1;
  const head = bracket < 0 ? left : left.slice(0, bracket);
  const clause = left.slice((/[，,；。、;：](?=[^，,；。、;：]*$)/.exec(head)?.index ?? -1) + 1);
  const behind =
    /(?:位居|居于|位列|名列|排名|排在|排|跃居|跃升至?|升至|上升到|稳居|继续保持|保持|蝉联|荣获|获得|获|居|列|均为|为|进入|跻身|入围|进|入)([^居列排为获]{0,16}?)(?:前列)?$/.exec(
      clause,
    )?.[1];
  const whole =
    /(?:全[市省国区县州球盟旗镇]|世界|亚洲|国内|省内|市内|[中西东]部|同类|城区|珠三角|长三角|[\p{Script=Han}]{1,4}各)[\p{Script=Han}()（）、]{0,12}$/u.exec(
      clause,
    )?.[0];
  const scope = behind !== undefined && behind !== '' ? behind : (whole ?? '');
  if (/[由从第\d]/.test(scope)) return '';
  return scope
    .replace(/^(?:在|了|于|到|均|都|已|继续|连续|升至|上升到|跃居|位居|居|列|为)+/, '')
    .replace(/(?:中?进入|中?跻身|的|排名|位居|增速|总量|排位)$/, '');
}
