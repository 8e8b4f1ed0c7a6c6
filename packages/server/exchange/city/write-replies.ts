import type { Writable } from 'node:stream';
import { wallClock } from '@huying/kit/calendar';
import ExcelJS from 'exceljs';
import type { CaseServices } from '../../case/index.ts';
import { type Capacity, inTenant } from '../../ledger/index.ts';
import { findTenant } from '../../tenant/index.ts';
import type { CityMessage } from './message.ts';
import { type Exchange, selectSent } from './store.ts';
import { requireWholeDistrict } from './whole-district.ts';

const PAGE = 500;

const KINDS: Readonly<Record<CityMessage['message'], string>> = {
  signed: '签收',
  progress: '进展',
  reply: '回传',
  return: '退单',
  extension: '延期申请',
  'call-back': '回访结果',
};

const STATUSES: Readonly<Partial<Record<Exchange['status'], string>>> = {
  sending: '发送中',
  accepted: '市平台已接收',
  refused: '市平台拒收',
  failed: '待重发',
  listed: '以本表交付',
};

const COLUMNS: readonly { readonly header: string; readonly width: number; readonly of: (row: Row) => string }[] = [
  { header: '市平台编号', width: 24, of: ({ message }) => message.number },
  { header: '工单编号', width: 24, of: ({ message }) => message.case },
  { header: '类型', width: 12, of: ({ message }) => KINDS[message.message] },
  { header: '办理结果', width: 20, of: ({ said }) => said('result') },
  { header: '答复内容', width: 60, of: ({ said }) => said('answer') },
  { header: '延期工作日', width: 12, of: ({ said }) => said('days') },
  { header: '延期至', width: 20, of: ({ due }) => due },
  { header: '延期理由', width: 40, of: ({ said }) => said('reason') },
  { header: '是否解决', width: 12, of: ({ said }) => said('solved') },
  { header: '是否满意', width: 12, of: ({ said }) => said('satisfied') },
  { header: '说明', width: 40, of: ({ said }) => said('note') },
  { header: '时间', width: 20, of: ({ at }) => at },
  { header: '状态', width: 16, of: ({ status }) => status },
];

interface Row {
  readonly message: CityMessage;
  readonly at: string;
  /** The time that an extension asks for or, granted by the district itself, works to; empty for other messages. */
  readonly due: string;
  readonly status: string;
  said(name: string): string;
}

/** A span of time, epoch milliseconds; `until` is no longer in it. */
export interface Period {
  readonly from: number;
  readonly until: number;
}

/**
 * Writes what went to the city in a period as xlsx, a page of rows at a time. Every cell is text: a reply that begins with `=`
 * stays what the unit wrote. Answers the number of rows. Throws access.denied.
 */
export async function writeReplies(
  services: CaseServices,
  capacity: Capacity,
  period: Period,
  out: Writable,
): Promise<number> {
  const zone = await inTenant(services, capacity, async (ctx) => {
    await requireWholeDistrict(ctx, services);
    return (await findTenant(ctx.tx, ctx.tenant))?.zone ?? 'UTC';
  });
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: false, useSharedStrings: false });
  const sheet = workbook.addWorksheet('回传');
  sheet.columns = COLUMNS.map(({ header, width }) => ({ header, width }));
  let count = 0;
  for (let after: Exchange | undefined; ; ) {
    const page = await inTenant(services, capacity, (ctx) => selectSent(ctx.tx, ctx.tenant, period, after, PAGE));
    for (const exchange of page) {
      const row = rowOf(exchange, zone);
      sheet.addRow(COLUMNS.map(({ of }) => of(row))).commit();
      count += 1;
    }
    after = page.at(-1);
    if (page.length < PAGE) break;
  }
  sheet.commit();
  await workbook.commit();
  return count;
}

function rowOf(exchange: Exchange, zone: string): Row {
  const message = exchange.body as unknown as CityMessage;
  const { due } = message.said;
  return {
    message,
    at: wallClock(Date.parse(message.at), zone),
    due: typeof due === 'string' ? wallClock(Date.parse(due), zone) : '',
    status: STATUSES[exchange.status] ?? exchange.status,
    said: (name) => {
      const value = message.said[name];
      return value === undefined || value === null ? '' : String(value);
    },
  };
}
