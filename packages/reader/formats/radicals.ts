/**
 * Radicals (U+2E80 to U+2EFF) and the characters they look like. Some programs that print to PDF name 长, 民 or 风 by the radical
 * of the same shape; Unicode gives no normal form for these, as it does for those from U+2F00 on.
 */
const pairs =
  '⺁厂⺄乙⺒巳⺓幺⺟母⺠民⺩王⺪疋⺫目⺬示⺮竹⺶羊⺻聿⻁虎⻃西⻄西⻅见⻆角⻇角⻉贝⻋车⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻱龜⻳龟';

const characters = new Map(
  Array.from({ length: pairs.length / 2 }, (_, at) => [pairs.charAt(at * 2), pairs.charAt(at * 2 + 1)]),
);

/** A text with radicals and compatibility forms as the characters they stand for. */
export function plainHan(text: string): string {
  return text.replaceAll(
    /[\u2e80-\u2fdf\uf900-\ufaff]/g,
    (character) => characters.get(character) ?? character.normalize('NFKC'),
  );
}
