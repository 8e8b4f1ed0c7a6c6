import { useReader } from '../reader/index.ts';
import type { PhotoGroup } from './photo-strip.tsx';

/** Documents of a case by the question they answer, each to be saved. */
export function FileList(props: { readonly groups: readonly PhotoGroup[] }) {
  const { t } = useReader();
  return (
    <dl className="case-files">
      {props.groups.map(({ label, ids }) => (
        <div key={label}>
          <dt className="quiet">{label}</dt>
          {ids.map((id, index) => (
            <dd key={id}>
              <a href={`/api/files/${id}`} className="file-link">
                {t('case.file', { n: index + 1 })}
              </a>
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
