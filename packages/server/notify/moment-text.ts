import type { Locale } from '@huying/kit/error';

/** A moment on a district's wall clock, as a message tells it: `7月3日 18:00`, `3 July, 18:00`. @param at epoch milliseconds @param zone IANA name */
export function momentText(at: number, zone: string, locale: Locale): string {
  const format = new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone: zone,
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return format.format(at).replace(' at ', ', ');
}
