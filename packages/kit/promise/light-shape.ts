/** Shapes that inputs of rule sets come in, to be written shortly. */
export function amount<const Unit extends string>(label: string, unit: Unit) {
  return { kind: 'number', label, unit, min: null, max: null, whole: false } as const;
}

/** A whole number from `min` on. */
export function count(label: string, unit: string, min: number | null = 0) {
  return { kind: 'number', label, unit, min, max: null, whole: true } as const;
}

export function yesNo(label: string) {
  return { kind: 'yesNo', label } as const;
}
