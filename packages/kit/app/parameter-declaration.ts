interface Declared {
  /** `area.name`, e.g. `hotline.acceptLimit`. */
  readonly name: string;
  readonly label: string;
  /** The role that may change it, with a reason. */
  readonly editableBy: string;
}

/**
 * A figure, a limit or a text that a district sets for itself: effective-dated, with who and why. A `limit` is a limit
 * text (`15分钟`); `limits` a table of them by the value of a field, with `*` for the rest; `json` anything else.
 */
export type ParameterDeclaration = Declared &
  (
    | { readonly kind: 'limit'; readonly default: string }
    | { readonly kind: 'limits'; readonly default: Readonly<Record<string, string>> }
    | { readonly kind: 'number'; readonly default: number; readonly min: number; readonly max: number }
    | { readonly kind: 'text'; readonly default: string }
    | { readonly kind: 'choice'; readonly default: string; readonly options: Readonly<Record<string, string>> }
    | {
        readonly kind: 'json';
        readonly default: unknown;
        /** What its codes are called: keys and values alike. Measures, roles and options of fields have their names already. */
        readonly names?: Readonly<Record<string, string>>;
      }
  );

/** Declares a parameter; its default is in force until a district sets a value of its own. */
export function defineParameter<const P extends ParameterDeclaration>(parameter: P): P {
  return parameter;
}
