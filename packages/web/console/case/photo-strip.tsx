import { Image } from 'antd';
import { useReader } from '../reader/index.ts';

export interface PhotoGroup {
  readonly label: string;
  readonly ids: readonly string[];
}

/** Photos in a row, each opening large; the arrow keys go through all of them. */
export function PhotoStrip(props: { readonly groups: readonly PhotoGroup[] }) {
  const { t } = useReader();
  return (
    <Image.PreviewGroup>
      {props.groups.map(({ label, ids }) => (
        <figure className="photos" key={label}>
          <figcaption className="quiet">{label}</figcaption>
          <div>
            {ids.map((id, index) => (
              <Image
                key={id}
                width={88}
                height={88}
                src={`/api/files/${id}?size=thumb`}
                preview={{ src: `/api/files/${id}` }}
                alt={t('case.photo', { label, n: index + 1 })}
                fallback={BROKEN}
              />
            ))}
          </div>
        </figure>
      ))}
    </Image.PreviewGroup>
  );
}

/** A grey square with a line through it. */
const BROKEN =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='88' height='88'%3E%3Crect width='88' height='88' fill='%23e3e6ea'/%3E%3Cpath d='M20 68 68 20' stroke='%238c959f' stroke-width='2'/%3E%3C/svg%3E";
