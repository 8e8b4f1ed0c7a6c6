const split = /[\u4e00-\u9fff]{2,12}?(?:自治区|自治州|自治县|地区|省|市|盟)(?=[\u4e00-\u9fff]{2,})/y;
const unit = /^[\u4e00-\u9fff]{1,12}(?:省|自治区|市|区|县|旗|州|盟|镇|乡|街道)$/;

/** Where the last place of a chain begins: 3 for 广州市天河区; undefined where the words name no place. */
export function lastPlace(chain: string): number | undefined {
  let at = 0;
  for (let turn = 0; turn < 4; turn += 1) {
    split.lastIndex = at;
    const found = split.exec(chain);
    if (found === null || !unit.test(chain.slice(at + found[0].length))) break;
    at += found[0].length;
  }
  return unit.test(chain.slice(at)) && chain.length - at >= 2 ? at : undefined;
}
