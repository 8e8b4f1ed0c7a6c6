/** A unit without its scale, and what the scale multiplies by. */
export interface Scaled {
  readonly word: string;
  readonly scale: number;
}

const scales: readonly (readonly [string, number])[] = [
  ['万亿', 1e12],
  ['千亿', 1e11],
  ['百亿', 1e10],
  ['十亿', 1e9],
  ['亿', 1e8],
  ['千万', 1e7],
  ['百万', 1e6],
  ['万', 1e4],
];

export function scaledUnit(unit: string): Scaled {
  const found = scales.find(([word]) => unit.startsWith(word));
  return found === undefined ? { word: unit, scale: 1 } : { word: unit.slice(found[0].length), scale: found[1] };
}

/** Measure words that reports use for one another (家 and 个 of firms, 名 and 人 of people). */
const families: readonly ReadonlySet<string>[] = [
  new Set([
    '',
    '个',
    '家',
    '所',
    '处',
    '座',
    '间',
    '项',
    '件',
    '种',
    '片',
    '支',
    '宗',
    '只',
    '例',
    '栋',
    '幢',
    '块',
    '点',
    '根',
    '把',
  ]),
  new Set(['人', '名', '位', '员']),
  new Set(['人次', '人/次', '次', '场', '场次', '节', '课时', '期', '批', '批次', '台次', '件次']),
  new Set(['平方米', '㎡', '平米', 'm²', 'm2']),
  new Set(['公里', '千米', 'km']),
  new Set(['天', '日']),
  new Set(['台', '部', '套', '辆', '架', '组', '台套', '台（套）']),
  new Set(['户', '家庭', '个家庭']),
  new Set(['张', '张床位', '床']),
];

/** Same unit; exchangeable measure words; different things. */
export function unitsAgree(left: string, right: string): 'same' | 'kin' | 'different' {
  const a = scaledUnit(left).word;
  const b = scaledUnit(right).word;
  if (a === b) return 'same';
  return families.some((family) => family.has(a) && family.has(b)) ? 'kin' : 'different';
}
