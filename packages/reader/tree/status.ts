const status =
  /^(?:(?:目前|现|均|全部|项目)?(?:已(?:经)?(?:全部|基本|圆满|超额|如期|提前|按期|全面)?(?:完成|办结|建成|落实)|(?:基本|全部|全面|圆满|超额|如期|提前|按期|部分|未|尚未|正在|按序时进度|按计划)(?:完成|推进|实施|办结|落实)|完成|持续推进|推进中|进行中|达到序时进度|(?:达到|符合|超)序时进度|办结)(?:全年|年度|年初|今年|既定|当年)?(?:的)?(?:目标任务|工作目标|工作任务|目标|任务|计划|进度|工作)?(?:任务)?)(?=[。，；：、\s]|$)/;

/** Length of the words at the head of `text` that say how far a thing has come, its stop included; 0 where there are none. */
export function statusLength(text: string): number {
  const found = status.exec(text);
  if (found === null || found[0].length < 2) return 0;
  const end = found[0].length;
  return /[。，；：]/.test(text.charAt(end)) ? end + 1 : end;
}
