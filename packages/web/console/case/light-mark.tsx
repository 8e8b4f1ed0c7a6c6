import type { Light } from '../../client/index.ts';
import { useReader } from '../reader/index.ts';

/** How a clock stands: a dot and its word, so that nobody needs the colour. */
export function LightMark(props: { readonly light: Light }) {
  const { t } = useReader();
  return (
    <span className="light" data-light={props.light}>
      <span className="light-dot" aria-hidden="true" />
      {t(`light.${props.light}`)}
    </span>
  );
}
