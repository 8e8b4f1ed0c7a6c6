/**
 * Brings a telephone number into the one form that is stored: digits only, `+` before a foreign country code, `x` before an
 * extension; the country code of China is left out. What cannot be read as a number is answered as it came, for the check to refuse.
 */
export function plainPhone(raw: string): string {
  // Nothing longer is a number; the bound keeps hostile input from making the patterns below work.
  if (raw.length > 60) return raw;
  const typed = raw.normalize('NFKC').trim();
  const parts = /^(\+?[\d\s()‐-―-]+?)(?:\s*(?:转|分机|ext\.?|x)\s*(\d{1,6}))?$/iu.exec(typed);
  const extended = /^(0\d{2,3})-?(\d{7,8})-(\d{1,6})$/.exec(typed);
  if (extended) return `${extended[1]}${extended[2]}x${extended[3]}`;
  if (!parts) return typed;
  const digits = (parts[1] ?? '').replaceAll(/[^\d+]/g, '').replace(/^(?:\+|00)86/, '');
  return parts[2] ? `${digits}x${parts[2]}` : digits;
}

const MOBILE = /^1[3-9]\d{9}$/;
const LANDLINE = /^0[1-9]\d{1,2}[2-8]\d{6,7}(?:x\d{1,6})?$/;
const SERVICE = /^[48]00\d{7}$/;
const FOREIGN = /^\+[1-9]\d{6,14}(?:x\d{1,6})?$/;

/** Whether a text in stored form is a telephone number: a mobile or, with its area code, a landline of China, a 400 or 800 number, or a number abroad (E.164). */
export function isPhone(number: string): boolean {
  return [MOBILE, LANDLINE, SERVICE, FOREIGN].some((form) => form.test(number));
}

/** Whether the number is a mobile of mainland China, to which a text message can be sent. */
export function isMobile(number: string): boolean {
  return MOBILE.test(number);
}
