type Part =
  | { readonly kind: 'any' }
  | { readonly kind: 'one' }
  | { readonly kind: 'character'; readonly character: string };

/** Whether a whole text matches a pattern of SQL's LIKE: `%` any characters, `_` one code point, `\` takes the next as it is. Takes text × pattern steps at worst; no regular expression. */
export function matchesLike(text: string, pattern: string): boolean {
  const characters = [...text];
  const parts = partsOf(pattern);
  let at = 0;
  let part = 0;
  let lastAny = -1;
  let resumeAt = 0;
  while (at < characters.length) {
    const next = parts[part];
    if (next?.kind === 'one' || (next?.kind === 'character' && next.character === characters[at])) {
      at += 1;
      part += 1;
    } else if (next?.kind === 'any') {
      lastAny = part;
      resumeAt = at;
      part += 1;
    } else if (lastAny >= 0) {
      resumeAt += 1;
      at = resumeAt;
      part = lastAny + 1;
    } else {
      return false;
    }
  }
  return parts.slice(part).every((rest) => rest.kind === 'any');
}

function partsOf(pattern: string): Part[] {
  const parts: Part[] = [];
  const characters = [...pattern];
  for (let i = 0; i < characters.length; i += 1) {
    const character = characters[i] ?? '';
    if (character === '%') parts.push({ kind: 'any' });
    else if (character === '_') parts.push({ kind: 'one' });
    else if (character === '\\') {
      i += 1;
      parts.push({ kind: 'character', character: characters[i] ?? '' });
    } else parts.push({ kind: 'character', character });
  }
  return parts;
}
