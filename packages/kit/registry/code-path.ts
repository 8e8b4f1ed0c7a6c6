/**
 * Where a record stands in its tree, materialised: `/440199/440199001/440199001002`. A subtree is everything that begins with `path + '/'`;
 * a record keeps its place whatever it is sorted by and however many stand beside it.
 */
export type CodePath = string;

/** The path of a record under its parent's path; '' is the root. */
export function pathUnder(parent: CodePath, code: string): CodePath {
  return `${parent}/${code}`;
}

/** How many records stand above this one. */
export function depthOf(path: CodePath): number {
  return path.split('/').length - 2;
}

/** The codes from the top down to the record itself. */
export function codesOf(path: CodePath): readonly string[] {
  return path.split('/').slice(1);
}

/** Whether a record is `ancestor` or stands below it. */
export function isWithin(path: CodePath, ancestor: CodePath): boolean {
  return path === ancestor || path.startsWith(`${ancestor}/`);
}
