import { HuyingError } from '@huying/kit/error';

/** Letters of any script and digits, with single signs between them: no spaces and nothing invisible that two people could not tell apart. */
const shape = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}._@-]{0,38}[\p{L}\p{N}])$/u;

/** The name as it is compared: `Wang.Li`, `wang.li` and the full-width `WANG.LI` are one account. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}

/** Whether any account can bear the name: what cannot is not looked for. */
export function isAccountName(name: string): boolean {
  return name.length <= 80 && shape.test(name.normalize('NFKC'));
}

/**
 * The name as it is kept (NFKC).
 * @throws identity.accountNameInvalid
 */
export function accountName(name: string): string {
  const kept = name.normalize('NFKC');
  if (!isAccountName(name)) throw new HuyingError('identity.accountNameInvalid');
  return kept;
}
