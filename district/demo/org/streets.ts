import { areas, DISTRICT_CODE, streetPlans } from '../area/index.ts';
import type { DemoUnit } from './unit.ts';

/** The three offices that every street and town has. */
const OFFICES = [
  { suffix: 'cgb', zh: '城市管理办公室', en: 'Urban Management Office' },
  { suffix: 'aqb', zh: '应急安全办公室', en: 'Safety Office' },
  { suffix: 'fwz', zh: '党群服务中心', en: 'Service Centre' },
] as const;

/** Sign-in form of a community's English name: "Ting’an Community" → tingan. */
const slugOf = (english: string): string =>
  english
    .replace(/ (Community|Village)$/, '')
    .replaceAll(/[^A-Za-z]/g, '')
    .toLowerCase();

/** Street offices with their sub-units, and the communities below them. */
export const streetUnits: readonly DemoUnit[] = streetPlans.flatMap(({ digits, slug: raw, name, town }) => {
  const slug = raw.replaceAll(/[^a-z]/g, '');
  const area = DISTRICT_CODE + digits;
  const street: DemoUnit = {
    code: slug,
    parent: 'qzf',
    kind: 'street',
    name: town
      ? { zh: `${name.zh}人民政府`, en: `${name.en} Government` }
      : { zh: `${name.zh}办事处`, en: `${name.en} Office` },
    area,
  };
  const offices = OFFICES.map(
    ({ suffix, zh, en }): DemoUnit => ({
      code: `${slug}-${suffix}`,
      parent: slug,
      kind: 'office',
      name: { zh: name.zh + zh, en: `${name.en} ${en}` },
      area,
    }),
  );
  const communities = areas
    .filter(({ parent }) => parent === area)
    .map(
      (community): DemoUnit => ({
        code: `${slug}-${slugOf(community.name.en)}`,
        parent: slug,
        kind: 'community',
        name: {
          zh: `${community.name.zh}${community.name.zh.endsWith('村') ? '村民委员会' : '居民委员会'}`,
          en: `${community.name.en} Committee`,
        },
        area: community.code,
      }),
    );
  return [street, ...offices, ...communities];
});

/** Unit code of each street by its area code. */
export const streetUnitOf: ReadonlyMap<string, string> = new Map(
  streetUnits.filter(({ kind }) => kind === 'street').map(({ area, code }) => [area as string, code]),
);
