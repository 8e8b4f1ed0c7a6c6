import { useReader } from '../reader/index.ts';
import { LIGHT_WORDS, type Shown } from './lights.ts';
import type { countsByLight } from './promise-groups.ts';

/** How many stand at each light, as a sum that adds up; each light can be chosen. */
export function LightCounts(props: {
  readonly counts: ReturnType<typeof countsByLight>;
  readonly chosen?: readonly Shown[];
  readonly onChoose?: (lights: readonly Shown[]) => void;
}) {
  const { t } = useReader();
  const { counts, chosen = [], onChoose } = props;
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  return (
    <p className="light-counts num" data-choosable={onChoose !== undefined}>
      {counts.map(([light, count], at) => {
        const told = (
          <>
            <span className="light-dot" aria-hidden="true" />
            {t(LIGHT_WORDS[light])} <strong>{count}</strong>
          </>
        );
        return (
          <span key={light} className="light-count">
            {at > 0 && <span className="sum-sign quiet">+</span>}
            {onChoose === undefined ? (
              <span className="light" data-light={light}>
                {told}
              </span>
            ) : (
              <button
                type="button"
                className="light"
                data-light={light}
                aria-pressed={chosen.includes(light)}
                onClick={() =>
                  onChoose(chosen.includes(light) ? chosen.filter((one) => one !== light) : [...chosen, light])
                }
              >
                {told}
              </button>
            )}
          </span>
        );
      })}
      {(counts.length > 1 || onChoose !== undefined) && (
        <span className="light-count">
          <span className="sum-sign quiet">=</span>
          {t('promise.inAll', { count: total })}
        </span>
      )}
    </p>
  );
}
