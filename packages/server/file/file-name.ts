/** Names longer than this are cut before their ending, characters. */
const longest = 120;

/** What no name may hold: controls, marks that turn the direction of text, what is invisible, and what file systems give a meaning. */
const unwanted = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}<>:"|?*]/gu;

/**
 * The name a person gave a file, fit to be shown and saved again: no path, nothing invisible. It is never used to find the file on our disk.
 * @param ending given to a name that has none
 */
export function cleanName(name: string, ending: string): string {
  const bare = (name.slice(0, 4096).normalize('NFC').split(/[/\\]/).at(-1) ?? '')
    .replaceAll(unwanted, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const own = endingOf(bare);
  const stem = own === undefined ? bare : bare.slice(0, -own.length - 1).replace(/[. ]+$/, '');
  const cut = [...stem].slice(0, longest).join('').trim();
  return `${cut === '' ? 'file' : cut}.${own ?? ending}`;
}

/** The ending of a name, if it has one: letters and digits, not digits alone (`version 2.5` has none). */
export function endingOf(name: string): string | undefined {
  return /\.(?=[0-9]*[A-Za-z])([A-Za-z0-9]{1,10})$/.exec(name)?.[1];
}
