export { type CityAdapter, cityAdapter } from './adapter.ts';
export { ticketColumns } from './columns.ts';
export { cityDoorFaces, registerCityDoors } from './doors.ts';
export { type ImportReport, importTickets } from './import-tickets.ts';
export { listExchangesOperation } from './list-exchanges.ts';
export type { CityMessage } from './message.ts';
export { cityParameters, cityParameterWords } from './parameters.ts';
export {
  endOlderPartnerKeys,
  issuePartnerKey,
  type PartnerKey,
  type PartnerServices,
  secretBytes,
} from './partner-key.ts';
export type { CellProblem } from './read-workbook.ts';
export { type Noticed, receiveNotice } from './receive-notice.ts';
export { receiveTicket, theCity } from './receive-ticket.ts';
export { MOST_ROWS, sheetRows } from './sheet-rows.ts';
export * from './simulator/index.ts';
export { CityNotice, CityTicket, type NoticeKind, type Taken } from './ticket.ts';
export { type Period, writeReplies } from './write-replies.ts';
