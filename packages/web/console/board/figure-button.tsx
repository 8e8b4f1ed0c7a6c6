import { type Reader, useReader } from '../reader/index.ts';
import { useBoardContext } from './board-context.tsx';
import type { Figure, MeasureDefinition, NumberPlace } from './board-data.ts';
import { basisText, numberText, rateText, remarksOf } from './figure-text.ts';
import { RemarkMarks } from './remark-marks.tsx';

/** A number that opens to its cases. One of too few is marked; one that nobody was to be measured for says so. */
export function FigureButton(props: {
  readonly figure: Figure;
  readonly place: NumberPlace;
  /** Whose number it is, for the title of what opens. */
  readonly whose?: string;
  readonly unit?: boolean;
}) {
  const { t, say } = useReader();
  const { measures, open } = useBoardContext();
  const { figure, place } = props;
  const definition = measures.get(place.measure);
  if (definition === undefined) return null;
  const name = say(definition.name);
  const title = [props.whose, name].filter(Boolean).join(' · ');
  const text = rateText(figure.rate, definition, t);
  const unit = props.unit && figure.rate !== null ? unitText(definition, { t, say }) : '';
  if (figure.rate === null && figure.x === 0) return <span className="figure-none">{text}</span>;
  return (
    <button
      type="button"
      className="figure"
      data-few={figure.few === true}
      data-none={figure.rate === null}
      aria-label={t('board.openFigure', { measure: title, figure: `${text}${unit}` })}
      onClick={() => open(place, title)}
    >
      {text}
      {unit !== '' && <span className="figure-unit">{unit}</span>}
    </button>
  );
}

/** The unit of a number: per cent, cases, hours. */
export function FigureUnit(props: { readonly measure: string }) {
  const { t, say } = useReader();
  const definition = useBoardContext().measures.get(props.measure);
  if (definition === undefined) return null;
  return <span className="figure-unit">{unitText(definition, { t, say })}</span>;
}

function unitText({ form, unit }: MeasureDefinition, { t, say }: Pick<Reader, 't' | 'say'>): string {
  if (form === 'ratio') return '%';
  return unit === null ? t('board.cases') : say(unit);
}

/** What a rate is of, and what was left out of it: always beside it. */
export function FigureBasis(props: { readonly figure: Figure; readonly measure: string }) {
  const { t } = useReader();
  const definition = useBoardContext().measures.get(props.measure);
  const { x } = props.figure;
  if (definition === undefined || definition.form === 'count' || definition.form === 'stock') return null;
  return (
    <span className="figure-basis quiet num">
      {basisText(props.figure, definition, t)}
      {x > 0 && <span className="figure-except">{t('board.except', { count: numberText(x) })}</span>}
    </span>
  );
}

/** What is out of the ordinary about a number; of a table whose foot says what grey means, not that it is of few. */
export function FigureMarks(props: { readonly figure: Figure; readonly measure: string; readonly inTable?: boolean }) {
  const { t } = useReader();
  const definition = useBoardContext().measures.get(props.measure);
  if (definition === undefined) return null;
  const remarks = remarksOf(props.figure, definition, t).filter(({ kind }) => kind !== 'few' || !props.inTable);
  return <RemarkMarks remarks={remarks} />;
}
