import type { CityTicket } from './ticket.ts';

/** How a column of the city's workbook is read. */
export interface Column {
  readonly name: keyof CityTicket;
  readonly header: string;
  readonly kind: 'text' | 'number' | 'yesNo' | 'moment';
  readonly required: boolean;
}

/** The columns of the city's workbook, as it exports them; the same in and out. Their order does not matter. */
export const ticketColumns: readonly Column[] = [
  { name: 'number', header: '市平台编号', kind: 'text', required: true },
  { name: 'title', header: '标题', kind: 'text', required: true },
  { name: 'words', header: '诉求内容', kind: 'text', required: true },
  { name: 'kind', header: '诉求类型', kind: 'text', required: true },
  { name: 'class', header: '诉求分类', kind: 'text', required: true },
  { name: 'urgency', header: '紧急程度', kind: 'text', required: false },
  { name: 'address', header: '地址', kind: 'text', required: false },
  { name: 'longitude', header: '经度', kind: 'number', required: false },
  { name: 'latitude', header: '纬度', kind: 'number', required: false },
  { name: 'caller', header: '来电人', kind: 'text', required: false },
  { name: 'phone', header: '联系电话', kind: 'text', required: false },
  { name: 'confidential', header: '要求保密', kind: 'yesNo', required: false },
  { name: 'receivedAt', header: '受理时间', kind: 'moment', required: true },
  { name: 'due', header: '办理时限', kind: 'moment', required: true },
];
