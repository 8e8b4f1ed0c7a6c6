/** Finals that may follow each initial, so that `fa` is a syllable and `COD`, `pm` or `xia1` is none. */
const finals: Readonly<Record<string, string>> = {
  '': 'a o e ai ei ao ou an en ang eng er wa wo wai wei wan wen wang weng wu ya ye yao you yan yin yang ying yong yi yu yue yuan yun yo',
  b: 'a o ai ei ao an en ang eng i ie iao ian in ing u',
  p: 'a o ai ei ao ou an en ang eng i ie iao ian in ing u',
  m: 'a o e ai ei ao ou an en ang eng i ie iao iu ian in ing u',
  f: 'a o ei ou an en ang eng u',
  d: 'a e ai ei ao ou an en ang eng ong i ie iao iu ian ing u uo ui uan un ia',
  t: 'a e ai ao ou an ang eng ong i ie iao ian ing u uo ui uan un',
  n: 'a e ai ei ao ou an en ang eng ong i ie iao iu ian in iang ing u uo uan v ve ue',
  l: 'a e ai ei ao ou an ang eng ong i ia ie iao iu ian in iang ing u uo uan un v ve ue o',
  g: 'a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang',
  k: 'a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang',
  h: 'a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang',
  j: 'i ia ie iao iu ian in iang ing iong u ue uan un',
  q: 'i ia ie iao iu ian in iang ing iong u ue uan un',
  x: 'i ia ie iao iu ian in iang ing iong u ue uan un',
  zh: 'a e ai ei ao ou an en ang eng ong i u ua uo uai ui uan un uang',
  ch: 'a e ai ao ou an en ang eng ong i u ua uo uai ui uan un uang',
  sh: 'a e ai ei ao ou an en ang eng i u ua uo uai ui uan un uang',
  r: 'e ao ou an en ang eng ong i u uo ui uan un ua',
  z: 'a e ai ei ao ou an en ang eng ong i u uo ui uan un',
  c: 'a e ai ao ou an en ang eng ong i u uo ui uan un',
  s: 'a e ai ao ou an en ang eng ong i u uo ui uan un',
};

const syllables = new Set(
  Object.entries(finals).flatMap(([initial, list]) => list.split(' ').map((final) => initial + final)),
);
const longest = 6;

/** Letters without their tones; `ü` as `v`, the script letters of school books as plain ones. */
function plain(letters: string): string {
  return letters
    .normalize('NFD')
    .replaceAll('u\u0308', 'v')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll('ɡ', 'g')
    .replaceAll('ɑ', 'a');
}

const tone = /[\u0300\u0301\u0304\u0306\u030c]/;

/** What letters between a pair of parentheses are: Mandarin syllables with tones, without, or something else. */
export function pinyinOf(letters: string): 'toned' | 'plain' | undefined {
  const word = plain(letters).replaceAll(/[\s'’·]/g, '');
  if (word.length === 0 || word.length > 24 || !/^[a-zv]+$/.test(word) || !areSyllables(word)) return undefined;
  return tone.test(letters.normalize('NFD')) ? 'toned' : 'plain';
}

/** Whether a word can be cut into syllables without rest. */
function areSyllables(word: string): boolean {
  const ends = [true];
  for (let end = 1; end <= word.length; end += 1) {
    ends[end] = false;
    for (let length = 1; length <= longest && length <= end && !ends[end]; length += 1) {
      ends[end] = ends[end - length] === true && syllables.has(word.slice(end - length, end));
    }
  }
  return ends[word.length] === true;
}
