/**
 * Fills a template: `{name}` stands for a value. A line that names something without a value is left out, and a text that is too
 * long ends in an ellipsis. @param longest code points
 */
export function smsText(
  template: string,
  values: Readonly<Record<string, string | undefined>>,
  longest: number,
): string {
  const text = template
    .split('\n')
    .filter((line) => [...line.matchAll(/\{(\w+)\}/g)].every(([, name = '']) => givenFor(values, name) !== ''))
    .map((line) => line.replaceAll(/\{(\w+)\}/g, (_, name: string) => givenFor(values, name)))
    .join('');
  const characters = [...text];
  return characters.length <= longest ? text : `${characters.slice(0, longest - 1).join('')}…`;
}

function givenFor(values: Readonly<Record<string, string | undefined>>, name: string): string {
  return Object.hasOwn(values, name) ? (values[name] ?? '') : '';
}
