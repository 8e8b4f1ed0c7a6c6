/** Numerals that word processors and browsers set before the items of a list, by the name of their format in OOXML (ST_NumberFormat). */
export function numeralOf(n: number, format: string): string {
  if (n < 0) return String(n);
  switch (format) {
    case 'none':
    case 'bullet':
      return '';
    case 'upperRoman':
      return roman(n);
    case 'lowerRoman':
      return roman(n).toLowerCase();
    case 'upperLetter':
      return letters(n);
    case 'lowerLetter':
      return letters(n).toLowerCase();
    case 'decimalZero':
      return String(n).padStart(2, '0');
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(n).replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return within(n, 20, 0x2460);
    case 'decimalEnclosedFullstop':
      return within(n, 20, 0x2488);
    case 'decimalEnclosedParen':
      return within(n, 20, 0x2474);
    case 'ideographEnclosedCircle':
      return within(n, 10, 0x3280);
    case 'numberInDash':
      return `- ${n} -`;
    case 'ideographTraditional':
      return '甲乙丙丁戊己庚辛壬癸'[n - 1] ?? String(n);
    case 'ideographZodiac':
      return '子丑寅卯辰巳午未申酉戌亥'[n - 1] ?? String(n);
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseDigital':
      return String(n).replaceAll(/\d/g, (digit) => '〇一二三四五六七八九'[Number(digit)] ?? digit);
    case 'chineseLegalSimplified':
      return counted(n, '零壹贰叁肆伍陆柒捌玖', ['', '拾', '佰', '仟']);
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
      return counted(n, '零一二三四五六七八九', ['', '十', '百', '千']).replace(/^一十/, '十');
    default:
      return String(n);
  }
}

function within(n: number, last: number, first: number): string {
  return n >= 1 && n <= last ? String.fromCharCode(first + n - 1) : String(n);
}

function letters(n: number): string {
  // After Z comes AA, after it BB: Word repeats the letter.
  if (n < 1 || n > 26 * 20) return String(n);
  return String.fromCharCode(65 + ((n - 1) % 26)).repeat(Math.ceil(n / 26));
}

const romans: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(n: number): string {
  if (n < 1 || n > 3999) return String(n);
  let rest = n;
  let written = '';
  for (const [value, sign] of romans) {
    while (rest >= value) {
      written += sign;
      rest -= value;
    }
  }
  return written;
}

function counted(n: number, digits: string, units: readonly string[]): string {
  if (n > 9999 || !Number.isInteger(n)) return String(n);
  const written = [...String(n)];
  let text = '';
  written.forEach((digit, at) => {
    const unit = units[written.length - 1 - at] ?? '';
    if (digit !== '0') text += `${digits[Number(digit)] ?? ''}${unit}`;
    else if (text !== '' && !text.endsWith(digits[0] ?? '')) text += digits[0];
  });
  const zero = digits[0] ?? '';
  return text.endsWith(zero) && text !== '' ? text.slice(0, -1) : text || zero;
}
