import type { CatalogueArea } from '../catalogue-area.ts';

export const exchangeErrors = {
  'exchange.unsigned': {
    status: 401,
    zh: '请求没有签名。',
    en: 'The request is not signed.',
    remedyZh:
      '请带上 Authorization: Bearer 密钥，以及 webhook-id、webhook-timestamp、webhook-signature 三个请求头，格式见接口说明。',
    remedyEn:
      'Send Authorization: Bearer with the key, and the headers webhook-id, webhook-timestamp and webhook-signature as the guide describes.',
  },
  'exchange.keyRefused': {
    status: 401,
    zh: '对接密钥无效或已停用。',
    en: 'The key of the platform is not valid, or has been ended.',
    remedyZh: '请核对密钥与区县代码，或请本区系统管理员重新发放。',
    remedyEn: "Check the key and the district in it, or ask the district's system administrator for a new one.",
  },
  'exchange.timestamp': {
    status: 401,
    zh: '请求的时间戳与本系统时间相差超过 {minutes} 分钟。',
    en: 'The timestamp of the request is more than {minutes} minutes away from our time.',
    remedyZh: '请校准时钟，按当前时间重新签名后再发送；同一编号不会重复立案。',
    remedyEn: 'Set the clock right, sign anew and send again; the same number never opens a second case.',
  },
  'exchange.signature': {
    status: 401,
    zh: '请求的签名与内容不符。',
    en: 'The signature does not fit the request.',
    remedyZh: '请以原始字节计算 HMAC-SHA256，内容为 webhook-id.webhook-timestamp.正文，不要在签名后改动正文。',
    remedyEn: 'Sign webhook-id.webhook-timestamp.body over the raw bytes with HMAC-SHA256, and change nothing after.',
  },
  'exchange.idReused': {
    status: 409,
    zh: '消息编号 {key} 已用于另一条内容不同的消息。',
    en: 'The message id {key} was already used for another message.',
    remedyZh: '请为新的消息使用新的 webhook-id；重发原消息时内容应保持不变。',
    remedyEn: 'Use a new webhook-id for a new message, and leave a message as it was when you send it again.',
  },
  'exchange.ticketRefused': {
    status: 422,
    zh: '工单 {number} 有 {count} 处不符合要求，没有收下。',
    en: 'Ticket {number} has {count} problem(s) and was not taken.',
    remedyZh: '请按所列各处改正后重新发送；诉求类型、诉求分类不在对照表中的，请本区管理员补充对照表。',
    remedyEn:
      'Correct each place listed and send it again; for kinds and classes without a counterpart, ask the district to add them to its table.',
  },
  'exchange.ticketClosed': {
    status: 409,
    zh: '工单 {number} 已办结，不能再更改内容。',
    en: 'Ticket {number} is closed; its content cannot change any more.',
    remedyZh: '请以新的编号另发工单；原内容重发不受影响。',
    remedyEn: 'Send a new ticket with a number of its own; sending the old content again does no harm.',
  },
  'exchange.numberUnknown': {
    status: 404,
    zh: '本区没有市平台编号为 {number} 的工单。',
    en: 'This district has no ticket with the city number {number}.',
    remedyZh: '请先发送工单，再发送关于它的通知。',
    remedyEn: 'Send the ticket first, then what is to be said of it.',
  },
  'exchange.workbook': {
    status: 400,
    zh: '文件不是可读取的 xlsx（{what}）。',
    en: 'The file is not an xlsx that can be read ({what}).',
    remedyZh: '请用表格软件另存为 .xlsx 后重试。',
    remedyEn: 'Save it as .xlsx from a spreadsheet program and try again.',
  },
  'exchange.workbookTooLarge': {
    status: 413,
    zh: '表格过大：最多 {rows} 行，解压后最多 {megabytes} MB。',
    en: 'The workbook is too large: at most {rows} rows and {megabytes} MB unpacked.',
    remedyZh: '请删去空白行列，或分成几个文件导入；已导入的不会重复。',
    remedyEn: 'Remove empty rows and columns, or part it; what was imported is not repeated.',
  },
  'exchange.workbookColumns': {
    status: 400,
    zh: '表头缺少列，或有列重复：{columns}。',
    en: 'The header lacks columns, or has some twice: {columns}.',
    remedyZh: '请使用市平台导出的原表头，第一行为表头。',
    remedyEn: 'Keep the header as the city exports it, in the first row.',
  },
} as const satisfies CatalogueArea;
