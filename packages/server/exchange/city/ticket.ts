import { type Static, Type } from 'typebox';

const strict = { additionalProperties: false } as const;
const line = (most: number, description: string) => Type.String({ minLength: 1, maxLength: most, description });

/** A moment with its offset: `2026-07-01T08:00:00+08:00`. */
export const Moment = Type.String({
  pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$',
  maxLength: 35,
});

/** The number the city gave a ticket: its master key on both sides. */
export const CityNumber = Type.String({ pattern: '^[0-9A-Za-z][0-9A-Za-z._/-]{0,39}$' });

/** A ticket as the city's platform sends it. Kinds, classes and urgency are the city's own words. */
export const CityTicket = Type.Object(
  {
    number: CityNumber,
    title: line(200, '标题'),
    words: line(4_000, '诉求内容'),
    kind: line(40, '诉求类型'),
    class: line(100, '诉求分类'),
    urgency: Type.Optional(line(40, '紧急程度')),
    address: Type.Optional(line(300, '地址')),
    longitude: Type.Optional(Type.Number({ minimum: -180, maximum: 180 })),
    latitude: Type.Optional(Type.Number({ minimum: -90, maximum: 90 })),
    caller: Type.Optional(line(60, '来电人')),
    phone: Type.Optional(line(60, '联系电话')),
    confidential: Type.Optional(Type.Boolean()),
    receivedAt: Moment,
    due: Moment,
  },
  strict,
);

export type CityTicket = Static<typeof CityTicket>;

/** One ticket, or as many as fit into one request. */
export const CityTickets = Type.Union([CityTicket, Type.Array(CityTicket, { minItems: 1, maxItems: 200 })]);

/** What a ticket says of a person: never kept in the clear, never told in a timeline. */
export const PERSONAL = ['caller', 'phone'] as const;

/** What the city says of a ticket it sent before. */
export const CityNotice = Type.Object(
  {
    number: CityNumber,
    kind: Type.Union([
      Type.Literal('extension-granted'),
      Type.Literal('extension-refused'),
      Type.Literal('urged'),
      Type.Literal('withdrawn'),
      Type.Literal('note'),
    ]),
    at: Moment,
    text: Type.Optional(line(500, '说明')),
    /** The city's new deadline, with an extension granted. */
    due: Type.Optional(Moment),
  },
  strict,
);

export type CityNotice = Static<typeof CityNotice>;
export type NoticeKind = CityNotice['kind'];

/** What became of a ticket that came in. */
export interface Taken {
  readonly number: string;
  /** `opened` a case · `repeated`: the same content was there · `noted`: changed content, kept on the case's timeline. */
  readonly status: 'opened' | 'repeated' | 'noted';
  /** Our number of the case. */
  readonly case: string;
}
