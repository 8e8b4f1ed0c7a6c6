/** Choices written in the declaration: the key is stored, the Chinese label is shown. */
export interface OptionsSource<Code extends string = string> {
  readonly from: 'options';
  readonly options: Readonly<Record<Code, string>>;
}

/** Codes of a versioned code tree or registry, by name (`matters`, `cells`); `under` names the field whose value is the parent, or is '' for the whole tree. */
export interface TreeSource {
  readonly from: 'tree';
  readonly tree: string;
  readonly under: string;
}

/** Units of the district's tree; the value is the unit's id (uuid). */
export interface UnitsSource {
  readonly from: 'units';
}

/** People of the district by the post they act through; the value is the post's id (uuid). */
export interface WorkersSource {
  readonly from: 'workers';
}

export type Source = OptionsSource | TreeSource | UnitsSource | WorkersSource;

/** The few choices of a question, written where it is asked: `options({ fixed: '已解决', open: '未解决' })`. */
export function options<const Labels extends Readonly<Record<string, string>>>(
  labels: Labels,
): OptionsSource<keyof Labels & string> {
  return { from: 'options', options: labels };
}

/** Choices kept outside the declaration, as data of the district; with `under`, only those below the value of another field: `tree('conditions', { under: 'matter' })`. */
export function tree(name: string, limit: { readonly under?: string } = {}): TreeSource {
  return { from: 'tree', tree: name, under: limit.under ?? '' };
}
