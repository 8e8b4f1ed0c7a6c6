import { HuyingError, type Problem } from '@huying/kit/error';
import { nameKey } from './account-name.ts';
import type { IdentitySettings } from './settings.ts';

/** No one types more; longer input only makes the hash work. */
const longest = 128;

/** Stems of passwords that meet every rule of classes and are tried first all the same. */
const common = [
  'password',
  'passw0rd',
  'p@ssw0rd',
  'qwerty',
  'admin',
  '123456',
  'abc123',
  'huying',
  'iloveyou',
  'letmein',
  'welcome',
  '1qaz2wsx',
  'woaini',
];

/** What a new password lacks, in order of reading; empty when it will do. Lengths count characters, not bytes. */
export function passwordProblems(password: string, accountName: string, settings: IdentitySettings): Problem[] {
  const problems: Problem[] = [];
  const say = (zh: string, en: string) => problems.push({ path: '/password', zh, en });
  const characters = [...password].length;
  if (characters < settings.passwordLength) {
    say(`至少 ${settings.passwordLength} 个字符`, `at least ${settings.passwordLength} characters`);
  }
  if (characters > longest) say(`至多 ${longest} 个字符`, `at most ${longest} characters`);
  const classes = [/\p{Lu}/u, /\p{Ll}/u, /\p{N}/u, /[^\p{Lu}\p{Ll}\p{N}\s]/u].filter((one) =>
    one.test(password),
  ).length;
  if (classes < 3) say('须含大写、小写、数字、符号中的三类', 'three of: capitals, small letters, digits, signs');
  if (new Set(password).size < 5) say('重复的字符太多', 'too few different characters');
  const key = nameKey(password);
  if (key.includes(nameKey(accountName))) say('不能含有账号名', 'must not contain the account name');
  const rest = common.reduce((left, word) => left.replaceAll(word, ''), key);
  // What is left beside the stem (a year, a sign) is what everyone adds.
  if (rest !== key && rest.replaceAll(/[^\p{L}\p{N}]/gu, '').length < 5) say('过于常见', 'too common');
  return problems;
}

/** @throws identity.passwordWeak with every point listed */
export function requireStrongPassword(password: string, accountName: string, settings: IdentitySettings): void {
  const problems = passwordProblems(password, accountName, settings);
  if (problems.length > 0) {
    throw new HuyingError(
      'identity.passwordWeak',
      { count: problems.length, length: settings.passwordLength },
      problems,
    );
  }
}
