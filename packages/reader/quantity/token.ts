import type { FoundName, FoundQuantity } from './found.ts';

/** A quantity while it is being read; the passes after the scan add what stands around it. */
export type Draft = { -readonly [Key in keyof FoundQuantity]: FoundQuantity[Key] };

/** What begins at a place: a quantity, a name, or only words up to `to`. */
export type Token =
  | { readonly kind: 'quantity'; readonly draft: Draft; readonly to: number }
  | { readonly kind: 'name'; readonly name: FoundName; readonly to: number }
  | { readonly kind: 'words'; readonly to: number };

/** A quantity as it stands between two places, all of it digits. */
export function draftOf(
  text: string,
  from: number,
  to: number,
  value: number,
  unit: string,
  form: Draft['form'],
): Draft {
  const raw = text.slice(from, to);
  return { raw, value, unit, scale: 1, comparator: '=', form, from, to, digitsFrom: from, digitsTo: to };
}

export function nameToken(text: string, from: number, to: number, reason: FoundName['reason']): Token {
  return { kind: 'name', name: { text: text.slice(from, to), reason, from, to }, to };
}

export function quantityToken(draft: Draft): Token {
  return { kind: 'quantity', draft, to: draft.to };
}

export function words(to: number): Token {
  return { kind: 'words', to };
}

/** A sticky pattern tried at one place. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The few characters before a place. */
export function tail(text: string, at: number, most: number): string {
  return text.slice(Math.max(0, at - most), at);
}
