import { areas, DISTRICT_CODE } from '../area/index.ts';
import { streetUnitOf } from '../org/index.ts';
import { basis } from './basis.ts';
import type { DutyCondition, DutyRule } from './duty.ts';

type Basis = keyof typeof basis;
type Draft = Omit<DutyRule, 'code'>;

const NIGHT: DutyCondition = {
  op: 'or',
  args: [
    { op: '>=', args: [{ property: 'hour' }, 22] },
    { op: '<', args: [{ property: 'hour' }, 7] },
  ],
};
const AGAINST_SOMEONE: DutyCondition = { op: 'in', args: [{ property: 'demandKind' }, ['complaint', 'report']] };

/** "0104 0105 m09006 c01002" → codes and ids. */
const listed = (text: string): readonly string[] =>
  text.split(' ').map((code) => code.replace(/^m/, 'matter:').replace(/^c/, 'component:'));

const units = (text: string): readonly string[] => (text === '' ? [] : text.split(' '));

/** District-wide. */
function all(matters: string, lead: string, assisting: string, on: Basis, condition?: DutyCondition): readonly Draft[] {
  const draft = {
    matters: listed(matters),
    areas: [DISTRICT_CODE],
    lead,
    assisting: units(assisting),
    basis: basis[on],
  };
  return [condition === undefined ? draft : { ...draft, condition }];
}

/** One line for each street, which leads on its own ground. */
function streets(
  matters: string,
  assisting: string,
  on: Basis,
  among: (area: string) => boolean = () => true,
): readonly Draft[] {
  return areas
    .filter(({ level, code }) => level === 'street' && among(code))
    .map(({ code }) => ({
      matters: listed(matters),
      areas: [code],
      lead: streetUnitOf.get(code) as string,
      assisting: units(assisting),
      basis: basis[on],
    }));
}

const town = (area: string): boolean => area.startsWith(`${DISTRICT_CODE}1`);

const drafts: readonly Draft[] = [
  // A collapsed road is nobody's lane: it comes before the towns' own roads.
  ...all('1409', 'szs', 'pss yjj', 'roads'),
  // Towns keep their own roads and lanes.
  ...streets('0102 m06012', 'hwzx', 'appearance', town),
  ...streets('0401 m06013', 'szs', 'roads', town),
  ...all('0401 m06013', 'szs', '', 'roads'),
  ...all('0102 m06012 m06014', 'hwzx', '', 'appearance'),
  ...all('0109 c03001', 'hwzx', '', 'appearance'),
  ...streets('0101 0103 0110 m06010 m06011 m06036 m06042', 'hwzx', 'appearance'),
  ...streets('0104 0105 0106 m09001 m09005 m09006', 'zfdd', 'appearance'),
  ...streets('0107 m07001', '', 'appearance'),
  ...all('0108 m07003', 'csj', '', 'appearance'),
  ...streets('0111 m06020', 'hbj', 'air'),
  ...streets('0201 0202 0204 0205 m06001', 'zfdd zrj', 'planning'),
  ...all('0203', 'zjj', '', 'building'),
  ...all('0206 m08016', 'zjj', 'zfdd', 'building'),
  ...all('0301 m08001', 'zfdd', 'zjj hbj', 'noise'),
  ...all('0302 m06028', 'gaj', '', 'order', NIGHT),
  ...streets('0302', 'wlj', 'noise'),
  ...all('0303 m06028', 'gaj', 'wlj', 'noise'),
  ...all('0304', 'gaj', '', 'order', NIGHT),
  ...streets('0304', '', 'noise'),
  ...all('0305', 'jtj', 'jjd', 'noise'),
  ...all('0306', 'hbj', '', 'noise'),
  ...all('0307', 'gaj', '', 'order'),
  ...all('0402 c01002 c01003', 'pss', 'szs', 'drains'),
  ...all('c01007', 'txs', '', 'telecom'),
  ...all('0403 0404 0411 c02010 c02014 m09009', 'jjd', '', 'traffic'),
  ...streets('0405 m09010', 'jjd', 'appearance'),
  ...all('0406 m09011', 'jtj', '', 'list'),
  ...all('0407', 'gjs', 'jtj', 'transport'),
  ...all('0408', 'scj', 'tcs', 'price', AGAINST_SOMEONE),
  ...all('0408', 'tcs', '', 'list'),
  ...all('0409 c01037', 'szs', '', 'roads'),
  ...all('0410', 'jtj', '', 'transport'),
  ...all('0501 0507', 'gss', 'swj', 'water'),
  ...all('0502', 'swj', 'gss', 'water', AGAINST_SOMEONE),
  ...all('0502', 'gss', '', 'water'),
  ...all('0503 0504 c01048', 'gds', '', 'power'),
  ...all('0505 c01057', 'rqs', 'zjj xfd', 'gas'),
  ...all('0506', 'rqs', '', 'gas'),
  ...all('0508 0509 c01004 m06030', 'pss', 'swj', 'drains'),
  ...all('0510', 'grs', 'fgj', 'list'),
  ...streets('0601 0602 0604 0605', 'zjj', 'housing'),
  ...all('0603 c01076', 'scj', '', 'equipment'),
  ...all('0606', 'zjj', '', 'housing'),
  ...all('0607 1401 m09012', 'xfd', '', 'fire'),
  ...streets('0608', 'zjj', 'housing'),
  ...all('0701 0703 0704', 'rsj', '', 'labour'),
  ...all('0702', 'swb', 'rsj', 'insurance'),
  ...all('0705 0706 0707', 'rsj', '', 'insurance'),
  ...all('0801 0804 0805 0806 0807', 'jyj', '', 'education'),
  ...all('0802', 'jyj', 'scj', 'education'),
  ...all('0803', 'gaj', 'jyj jjd', 'order'),
  ...all('0901 0902 0907', 'wjj', '', 'health'),
  ...all('0903', 'jkzx', '', 'vaccines'),
  ...all('0904', 'wjj', '', 'doctors'),
  ...all('0905', 'ybj', '', 'medicalInsurance'),
  ...streets('0906', 'jkzx', 'health'),
  ...all('1001', 'kgj', 'scj', 'consumers'),
  ...all('1002 1005 1007 1009 m09020', 'scj', '', 'consumers'),
  ...all('1003 1006 m09015', 'scj', '', 'food'),
  ...all('1004', 'scj', '', 'price'),
  ...all('1008', 'scj', 'sjj', 'companies'),
  ...all('1101 m06027', 'zfdd', 'hbj', 'air'),
  ...all('1102 m08004', 'zjj', 'hbj', 'air'),
  ...all('1103 1106 m06025 m06026', 'hcs', 'hbj', 'waters'),
  ...all('1104 1107', 'hbj', '', 'air'),
  ...all('1105', 'swj', 'hbj pss', 'waters'),
  ...all('1201 1202', 'zfbz', '', 'publicHousing'),
  ...all('1203', 'zjj', '', 'list'),
  ...all('1204', 'bdc', '', 'registration'),
  ...all('1205', 'zjj', '', 'building'),
  ...streets('1206', 'zjj sfj', 'housing'),
  ...all('1207', 'zrj', 'zjj', 'planning'),
  ...all('1208', 'gjj', '', 'fund'),
  ...streets('1301 1303 1307', 'mzj clh', 'relief'),
  ...all('1302', 'mzj', '', 'relief'),
  ...all('1304 m09003', 'mzj', 'gaj', 'relief'),
  ...all('1305', 'mzj', '', 'marriage'),
  ...all('1306', 'mzj', '', 'funerals'),
  ...streets('1402', 'xfd', 'fire'),
  ...streets('1403', 'gaj', 'order'),
  ...all('1404 c04002', 'yll', '', 'greening'),
  ...all('1405', 'zjj', 'yjj', 'building'),
  ...all('1406', 'gaj', 'yjj', 'fireworks'),
  ...all('1407 m06048', 'zrj', 'yjj', 'geology'),
  ...all('1408 m10002', 'txs', 'gds', 'telecom'),
  ...all('1501 1502', 'sjj', '', 'services'),
  ...all('1503', 'gaj', '', 'household'),
  ...all('1504', 'zrj', 'fgj', 'list'),
];

/** The duty list in its order. Thanks (1505) and others (1506) have no line: they come to the dispatcher's desk. */
export const dutyRules: readonly DutyRule[] = drafts.map((draft, i) => ({
  code: `D${String(i + 1).padStart(3, '0')}`,
  ...draft,
}));
