const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const ORGANISATION_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/**
 * Whether a text is a unified social credit code after GB 32100-2015: 18 characters of its alphabet (no I, O, S, V, Z), the check
 * character of the whole, and the organisation code within it (positions 9 to 17) with its own check character after GB 11714-1997.
 */
export function isCreditCode(code: string): boolean {
  if (!/^[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/.test(code)) return false;
  let sum = 0;
  let weight = 1;
  for (const character of code.slice(0, 17)) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET[(31 - (sum % 31)) % 31] === code[17] && isOrganisationCode(code.slice(8, 17));
}

/** Whether nine characters are an organisation code after GB 11714-1997, written without the hyphen. */
export function isOrganisationCode(code: string): boolean {
  if (!/^[0-9A-Z]{8}[0-9X]$/.test(code)) return false;
  const sum = ORGANISATION_WEIGHTS.reduce(
    (total, weight, i) => total + weight * ORGANISATION_ALPHABET.indexOf(code[i] ?? ''),
    0,
  );
  return '0X987654321'[sum % 11] === code[8];
}
