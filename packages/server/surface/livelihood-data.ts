import type { PublicProject } from '../promise/index.ts';

/**
 * A project's sites as csv, under lines that say how its figures were computed. Cells that a spreadsheet would take for a formula are
 * made harmless.
 */
export function projectCsv(one: PublicProject): string {
  const { sites } = one;
  const notes = [
    ['项目 / project', one.number, one.title],
    ['截至 / as of', one.asOf, ''],
    [
      '完成处数 / sites completed',
      `${sites.done}/${sites.all}`,
      '分子：状态为已完工或已核验的点位；分母：未取消的全部点位 / numerator: completed or verified; denominator: all not cancelled',
    ],
    [
      '经核验处数 / verified',
      `${sites.verified}/${sites.all}`,
      '由报告人以外的人核验 / by another than who reported it',
    ],
    [
      '支付（万元）/ paid (10,000 yuan)',
      one.paid === null ? '' : String(one.paid),
      `截至 ${one.paidOn ?? '–'}；支付与计划投资不相加 / never added to what is planned`,
    ],
    [
      '三种状态 / three statuses',
      `${one.official}; ${one.evidence}; ${one.schedule}`,
      '自报、佐证、时限分别判断 / official, evidence and schedule are judged apart',
    ],
  ];
  const header = [
    '序号 no',
    '点位 site',
    '地址 address',
    '经度 longitude',
    '纬度 latitude',
    '状态 state',
    '时限 due',
    '开工 started',
    '完工 completed',
    '核验 verified',
    '内容 work',
  ];
  const rows = one.places.map((place) => [
    ...[place.no, place.name, place.address, place.longitude, place.latitude, place.state],
    ...[place.due, place.startedOn, place.completedOn, place.verifiedOn, place.work],
  ]);
  return `\uFEFF${[...notes, [], header, ...rows].map((cells) => cells.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: string | number | null): string {
  if (typeof value === 'number') return String(value);
  const text = value ?? '';
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
