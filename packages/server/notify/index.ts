export type { Adapter } from './adapter.ts';
export { listDeadLetters, reviveDeadLetter } from './dead-letters.ts';
export { inAppAdapter, type OnNotice } from './in-app.ts';
export { type MailServices, type MailSettings, mailAdapter } from './mail.ts';
export type { NoticeItem } from './notice.ts';
export {
  listNotifications,
  readNotifications,
  setMailOperation,
  unreadNotifications,
} from './notifications.ts';
export { notifyParameters, notifyParameterWords } from './parameters.ts';
export { type Sender, sender } from './sender.ts';
export { type SmsGateway, smsAdapter, type TextMessage } from './sms.ts';
export { type GatewaySettings, httpGateway } from './sms-gateway.ts';
export { inboxGateway, listInboxTexts } from './sms-inbox.ts';
