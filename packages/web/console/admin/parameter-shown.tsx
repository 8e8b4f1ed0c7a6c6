import { useReader } from '../reader/index.ts';
import { isLongValue, isTable, parameterText } from './parameter-value.ts';

/** The value of a parameter: a line as it is, a table of texts line by line, a document folded away. */
export function ParameterShown(props: { readonly value: unknown; readonly optionOf: (code: string) => string }) {
  const { value, optionOf } = props;
  const { t } = useReader();
  if (isTable(value) && Object.values(value).some((text) => text.length > 20)) {
    return (
      <ul>
        {Object.entries(value).map(([key, text]) => (
          <li key={key}>{t('form.named', { name: optionOf(key), text })}</li>
        ))}
      </ul>
    );
  }
  if (!isLongValue(value)) return parameterText(value, optionOf, t('admin.between'));
  return (
    <details className="document">
      <summary>{t('admin.document')}</summary>
      <pre>{JSON.stringify(value, null, 2)}</pre>
    </details>
  );
}
