import type { ReactNode } from 'react';
import { useReader } from '../reader/index.ts';
import { LanguageSwitch } from '../shell/language-switch.tsx';
import { SecrecyBanner } from '../shell/secrecy-banner.tsx';
import { useAskedDistrict } from './asked-district.ts';
import { useSession } from './session.tsx';

/** The frame of what stands before the console: signing in, first password, choice of post. */
export function EntryPage(props: { readonly title: string; readonly hint?: string; readonly children: ReactNode }) {
  const { t, say } = useReader();
  const { me } = useSession();
  const asked = useAskedDistrict();
  const district = me?.district ?? asked;
  return (
    <div className="entry">
      <SecrecyBanner />
      <main className="entry-card">
        <header className="entry-brand">
          <span className="brand-mark" aria-hidden="true" />
          <div>
            <strong>{t('shell.product')}</strong>
            {district && <span className="entry-district">{say(district.name)}</span>}
            <span className="quiet">{t('session.motto')}</span>
          </div>
          <LanguageSwitch />
        </header>
        <h1>{props.title}</h1>
        {props.hint && <p className="quiet">{props.hint}</p>}
        {props.children}
      </main>
    </div>
  );
}
