import { useReader } from '../reader/index.ts';
import { LIGHT_WORDS, lightOf } from './lights.ts';

/** The light of a promise as a colour and a word, so that nobody needs the colour. */
export function PromiseLight(props: { readonly light: string | null; readonly label?: string }) {
  const { t } = useReader();
  const shown = lightOf(props.light);
  return (
    <span className="light" data-light={shown}>
      <span className="light-dot" aria-hidden="true" />
      {props.label ?? t(LIGHT_WORDS[shown])}
    </span>
  );
}
