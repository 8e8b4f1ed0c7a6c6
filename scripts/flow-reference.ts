import { apps } from '@huying/apps';
import { compile, flowPicture } from '@huying/kit/compile';

/** The pages that picture every flow of the product, by path under docs/reference. */
export function flowReference(): Readonly<Record<string, string>> {
  const { definitions, words } = compile(apps);
  return Object.fromEntries(definitions.map((one) => [`flows/${one.id}.md`, flowPicture(one, words)]));
}
