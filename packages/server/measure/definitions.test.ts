import { apps } from '@huying/apps';
import { compile } from '@huying/kit/compile';
import { describe, expect, it } from 'vitest';
import { measureDefinitions } from './definitions.ts';

const definitions = measureDefinitions(compile(apps));
const named = (id: string) => definitions.find((one) => one.id === id);

describe('the definition of a number', () => {
  it('says its conditions in words of both languages, without a name of the program', () => {
    expect(named('hotline.onTimeApproved')?.conditions).toEqual({
      of: { zh: '办结时间不晚于批准时限', en: '“Closed at” is not after “Approved due time”' },
      among: { zh: '全部', en: 'all of them' },
      except: { zh: '申诉成立次数大于0', en: '“Appeals granted” is more than 0' },
    });
    expect(named('hotline.sendBack')?.conditions).toEqual({
      of: { zh: '承办去向为退回', en: '“How it ended” is sent back' },
      among: {
        zh: '开始承办的步骤为派单、裁定派单、会商决定之一',
        en: '“How it began” is one of Dispatch, Arbitrate and dispatch, Decide the joint meeting',
      },
    });
    const texts = definitions.flatMap(({ conditions }) => Object.values(conditions));
    expect(texts.length).toBeGreaterThan(60);
    expect(texts.filter(({ zh }) => /[a-z]{2}/i.test(zh))).toEqual([]);
    expect(texts.filter(({ en }) => /\p{Script=Han}|[a-z][A-Z]|[=<>]/u.test(en))).toEqual([]);
  });

  it('names a clock and its calendar only where a number goes by one', () => {
    expect(
      definitions.filter(({ clock, form, calendar }) => clock === null && form !== 'mean' && calendar !== null),
    ).toEqual([]);
    expect(named('hotline.received')).toMatchObject({ clock: null, calendar: null });
    expect(named('hotline.satisfied')).toMatchObject({ clock: null, calendar: null });
    expect(named('hotline.onTimeApproved')).toMatchObject({ clock: { zh: expect.any(String) }, calendar: 'working' });
    expect(named('hotline.handlingTime')).toMatchObject({ clock: null, calendar: 'natural' });
  });
});
