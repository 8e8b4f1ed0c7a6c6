import type { Locale } from '@huying/kit/error';
import type { PublicOutline } from '../board/index.ts';
import type { PublicProject } from '../promise/index.ts';
import { livelihoodMap, mapStyle } from './livelihood-map.ts';
import { addressOf, bar, livelihoodShell, type PageReader, tags, told } from './livelihood-page.ts';
import { escaped } from './plain-page.ts';

type Place = PublicProject['places'][number];

/** The page of one livelihood project: what was promised, how it stands, where, who, how it was judged, and a way to object. */
export function projectPage(reader: PageReader, one: PublicProject, outline: PublicOutline): string {
  const { locale } = reader;
  const path = `/public/livelihood/${one.id}`;
  const body = [
    `<p>${tags(locale, one)}</p>`,
    promised(locale, one),
    counts(locale, one),
    section(told(locale, 'timeline'), course(locale, one)),
    one.places.length === 0
      ? ''
      : section(told(locale, 'places'), livelihoodMap(locale, outline, one.places) + places(reader, one.places)),
    section(told(locale, 'who'), who(locale, one)),
    one.revisions.length === 0 ? '' : section(told(locale, 'changes'), changes(locale, one)),
    judged(locale, one),
    section(told(locale, 'objection'), form(reader, one)),
    one.objections.length === 0 ? '' : section(told(locale, 'answered'), answers(locale, one)),
    `<p><a href="${addressOf(reader, `${path}/data.csv`)}">${told(locale, 'download')}</a></p>`,
    `<p class="quiet">${told(locale, 'asOf', { on: one.asOf })}</p>`,
  ];
  return livelihoodShell(reader, one.title, path, `<style>${mapStyle}</style>${body.join('\n')}`);
}

const section = (title: string, content: string) => (content === '' ? '' : `<h2>${title}</h2>${content}`);
const list = (items: readonly string[], kind = 'ul') =>
  items.length === 0 ? '' : `<${kind}>${items.map((item) => `<li>${item}</li>`).join('')}</${kind}>`;

function promised(locale: Locale, { clauses, deliverable }: PublicProject): string {
  if (clauses.length === 0) return deliverable === null ? '' : `<blockquote>${escaped(deliverable)}</blockquote>`;
  return clauses
    .map(({ words, title, page }) => {
      const at = page === null ? '' : ` ${told(locale, 'page', { page })}`;
      return `<blockquote>${escaped(words)}<br><span class="quiet">${told(locale, 'from')} ${escaped(title)}${at}</span></blockquote>`;
    })
    .join('');
}

function counts(locale: Locale, one: PublicProject): string {
  const { sites } = one;
  const parts = [
    sites.all === 0 ? '' : `${told(locale, 'done', sites)}（${told(locale, 'verified', sites)}）`,
    one.budget === null ? '' : told(locale, 'budget', { budget: amount(one.budget) }),
    one.paid === null ? '' : told(locale, 'paid', { paid: amount(one.paid), on: one.paidOn ?? '' }),
    one.next === null ? '' : told(locale, 'next', { title: one.next.title, due: one.next.due ?? '' }),
  ].filter((part) => part !== '');
  return (sites.all === 0 ? '' : bar(sites.done / sites.all)) + list(parts);
}

const amount = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 2 });

function course(locale: Locale, one: PublicProject): string {
  const at = (on: string | null, text: string) =>
    on === null ? text : `<time>${escaped(on.slice(0, 10))}</time> ${text}`;
  const days = (read: (place: Place) => string | null) => one.places.flatMap((place) => read(place) ?? []).sort();
  const what = one.origin.map(({ name, count }) => told(locale, 'calls', { count, name: name[locale] }));
  const [first] = days(({ startedOn }) => startedOn);
  const completed = days(({ completedOn }) => completedOn);
  const { vote } = one;
  const chosen =
    vote === null
      ? ''
      : vote.approve === null
        ? told(locale, 'decided')
        : told(locale, 'voted', { approve: vote.approve, members: vote.members });
  return list(
    [
      what.length === 0
        ? ''
        : told(locale, 'collected', { what: '@' }).replace('@', what.join(locale === 'zh' ? '、' : ', ')),
      vote === null ? '' : at(vote.on, `${chosen}${vote.document === null ? '' : `（${escaped(vote.document)}）`}`),
      one.issuedOn === null ? '' : at(one.issuedOn, told(locale, 'official')),
      first === undefined ? '' : at(first, told(locale, 'started')),
      completed.length === 0
        ? ''
        : at(completed.at(-1) ?? null, told(locale, 'sitesDone', { count: completed.length })),
      `${told(locale, 'state')}${locale === 'zh' ? '：' : ': '}${escaped(one.state[locale])}`,
    ].filter((item) => item !== ''),
    'ol',
  );
}

function places(reader: PageReader, all: readonly Place[]): string {
  const { locale } = reader;
  const items = all.map((place) => {
    const state = told(locale, place.state === 'verified' ? 'verified-state' : place.state);
    const accepted = place.verifiedOn === null ? '' : ` · ${told(locale, 'acceptedOn', { on: place.verifiedOn })}`;
    const point =
      place.longitude === null || place.latitude === null
        ? ''
        : `<br><span class="quiet">${told(locale, 'point')} ${place.latitude.toFixed(5)}, ${place.longitude.toFixed(5)} (WGS 84)</span>`;
    const alt = told(locale, 'photo', { name: place.name });
    const photos = place.photos
      .slice(0, 6)
      .map((id) => `<img loading="lazy" alt="${alt}" src="${addressOf(reader, `/public/livelihood/photos/${id}`)}">`);
    return `<h3>${place.no}. ${escaped(place.name)}</h3><span class="tag">${state}${accepted}</span>${escaped(place.address ?? '')}${point}
${place.work === null ? '' : `<br>${escaped(place.work)}`}${photos.length === 0 ? '' : `<div class="photos">${photos.join('')}</div>`}`;
  });
  return list(items, 'ul').replace('<ul>', '<ul class="items">');
}

function who(locale: Locale, { lead, telephone }: PublicProject): string {
  const unit = lead === null ? '' : `<dt>${told(locale, 'lead')}</dt><dd>${escaped(lead[locale])}</dd>`;
  const call =
    telephone === null
      ? ''
      : `<dt>${told(locale, 'telephone')}</dt><dd><a href="tel:${escaped(telephone.replaceAll(/[^\d+]/g, ''))}">${escaped(telephone)}</a></dd>`;
  return unit + call === '' ? '' : `<dl>${unit}${call}</dl>`;
}

function changes(locale: Locale, { revisions }: PublicProject): string {
  return list(
    revisions.map(({ reason, authority, document, from }) => {
      const congress = authority?.includes('人大常委会') === true;
      const by = congress ? told(locale, 'changed') : told(locale, 'changedBy', { authority: authority ?? '' });
      const paper = document === null ? '' : `（${escaped(document)}）`;
      return `${from === null ? '' : `<time>${escaped(from)}</time> `}${by}${paper}：${escaped(reason)}`;
    }),
  );
}

function judged(locale: Locale, { evaluations, verifications }: PublicProject): string {
  const items = evaluations.map((one) => {
    if (one.by === 'users')
      return told(locale, 'byUsers', { mean: one.mean === null ? '–' : one.mean.toFixed(1), n: one.n });
    const grade = one.grade === null ? '–' : told(locale, one.grade);
    return told(locale, 'byDeputies', { ...one.counts, grade });
  });
  if (verifications.all > 0) items.push(told(locale, 'looked', verifications));
  return section(told(locale, 'evaluation'), list(items));
}

function form(reader: PageReader, { id }: PublicProject): string {
  const { locale } = reader;
  return `<p class="quiet">${told(locale, 'objectionHint')}</p>
<form method="post" enctype="multipart/form-data" action="${addressOf(reader, `/public/livelihood/${id}/objections`)}">
<label for="words">${told(locale, 'objectionWords')}</label><textarea id="words" name="words" rows="4" maxlength="2000" required></textarea>
<label for="who">${told(locale, 'objectionWho')}</label><input id="who" name="who" maxlength="200" autocomplete="off">
<button>${told(locale, 'send')}</button></form>`;
}

function answers(locale: Locale, { objections }: PublicProject): string {
  return list(
    objections.map(({ words, raisedAt, answer, answeredAt }) => {
      const on = `<time>${escaped(raisedAt.slice(0, 10))}</time>`;
      return `${on} ${escaped(words)}<br><strong>${told(locale, 'answer')}</strong> ${escaped(answeredAt?.slice(0, 10) ?? '')} ${escaped(answer ?? '')}`;
    }),
  );
}
