import { chance } from '../chance.ts';
import type { Words } from '../words.ts';
import { departments } from './departments.ts';
import { personName } from './person-name.ts';
import type { RoleId } from './roles.ts';
import { streetUnits } from './streets.ts';

export interface DemoPost {
  /** Unit code. */
  readonly unit: string;
  readonly role: RoleId;
  /** Code of the area it is limited to. */
  readonly area?: string;
}

export interface DemoPerson {
  /** Sign-in name; passwords are set where the district is seeded. */
  readonly name: string;
  readonly displayName: Words;
  readonly posts: readonly DemoPost[];
}

type Plan = readonly [name: string, unit: string, role: RoleId, area?: string];

/** The centre's desks: the first of each is the account that guides name. */
const CENTRE: readonly Plan[] = [
  ...several('operator', 'rxk', 'operator', 8),
  ...several('acceptor', 'rxk', 'acceptor', 4),
  ...several('dispatcher', 'dpk', 'dispatcher', 5),
  ...several('leader', 'zhzx', 'shift-leader', 3),
  ...several('callback', 'hfk', 'callback-officer', 5),
  ...several('verifier', 'jdd', 'verifier', 3),
  ...several('supervisor', 'dcs', 'supervisor', 2),
  ['duties', 'zhzx', 'duty-editor'],
  ['auditor', 'sjb', 'auditor'],
  ['admin', 'sjj', 'system-admin'],
  ['security', 'sjj', 'security-admin'],
  ['city', 'zhzx', 'city-exchange'],
];

/** The district's leaders (区长, 常务副区长, four 副区长), and those who write, count and decide on what it promises. */
const PROMISING: readonly Plan[] = [
  ['mayor', 'qzf', 'district-leader'],
  ...[1, 2, 3, 4, 5].map((i): Plan => [`vicemayor-${i}`, 'qzf', 'district-leader']),
  ['editor', 'zfb', 'report-editor'],
  ...desk('tjj'),
  ['stats', 'tjj', 'statistician'],
  ['congress', 'rdb', 'congress-officer'],
  ...[1, 2, 3, 4, 5, 6].map((i): Plan => [`deputy-${i}`, 'rdb', 'deputy']),
];

/** Units of the centre take no cases to handle; neither do the government as a whole and the congress. */
const DESKLESS: ReadonlySet<string> = new Set(['qzf', 'zhzx', 'rxk', 'dpk', 'hfk', 'jdd', 'rdb']);
/** Hired last, so that everybody else keeps the name they had. */
const LATER: ReadonlySet<string> = new Set(['tjj']);

const staffed = departments
  .filter(({ code }) => !DESKLESS.has(code) && !LATER.has(code))
  .flatMap(({ code }) => desk(code));

const streetStaff: readonly Plan[] = streetUnits.flatMap(({ code, kind, area }): readonly Plan[] => {
  if (kind === 'street') {
    // Grid workers verify, so they belong to the centre's team and not to the street whose work they look at.
    const workers = [1, 2].map((i): Plan => [`${code}-grid-${i}`, 'jdd', 'verifier', area as string]);
    return [...desk(code), ...workers];
  }
  if (kind === 'office')
    return [
      [code, code, 'unit-clerk'],
      [`${code}-1`, code, 'handler'],
    ];
  return [[code, code, 'handler']];
});

function desk(code: string): readonly Plan[] {
  return [
    [code, code, 'unit-clerk'],
    [`${code}-head`, code, 'unit-head'],
    [`${code}-1`, code, 'handler'],
    [`${code}-2`, code, 'handler'],
  ];
}

function several(name: string, unit: string, role: RoleId, count: number): readonly Plan[] {
  return Array.from({ length: count }, (_, i): Plan => [i === 0 ? name : `${name}-${i + 1}`, unit, role]);
}

function hired(): readonly DemoPerson[] {
  const source = chance('qingjiang-people');
  const used = new Set<string>();
  return [...CENTRE, ...staffed, ...streetStaff, ...PROMISING].map(([name, unit, role, area]) => {
    let displayName = personName(source);
    while (used.has(displayName.zh)) displayName = personName(source);
    used.add(displayName.zh);
    if (role === 'city-exchange') displayName = { zh: '市12345平台', en: 'City 12345 platform' };
    return { name, displayName, posts: [area === undefined ? { unit, role } : { unit, role, area }] };
  });
}

export const people: readonly DemoPerson[] = hired();
