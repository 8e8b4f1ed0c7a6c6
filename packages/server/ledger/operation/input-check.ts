import { HuyingError, type Problem } from '@huying/kit/error';
import type { TSchema } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import type { TValidationError } from 'typebox/error';
import { Locale as Sentences } from 'typebox/system';

/** More than a person will read, and a bound on what a hostile input can make us write. */
const MOST_PROBLEMS = 50;

const checks = new WeakMap<TSchema, Validator>();

function checkOf(schema: TSchema): Validator {
  let check = checks.get(schema);
  if (check === undefined) {
    check = Compile(schema);
    checks.set(schema, check);
  }
  return check;
}

/** Checks what came from outside against its schema, compiled once. Throws request.invalid with every place that is wrong. */
export function checkInput(schema: TSchema, input: unknown): void {
  const check = checkOf(schema);
  if (check.Check(input)) return;
  const problems = problemsOf(check.Errors(input));
  throw new HuyingError('request.invalid', { count: problems.length }, problems.slice(0, MOST_PROBLEMS));
}

/** A place inside an input as JSON pointer; a missing or superfluous property is named at its own place. */
function problemsOf(errors: readonly TValidationError[]): Problem[] {
  // A union fails as a whole and in each of its branches: the whole is what the sender can act on.
  const unions = errors
    .filter((error) => error.keyword === 'anyOf' || error.keyword === 'oneOf')
    .map((error) => error.schemaPath);
  const telling = errors.filter(
    (error) => !unions.some((union) => error.schemaPath !== union && error.schemaPath.startsWith(`${union}/`)),
  );
  const problems = telling.flatMap((error): Problem[] => {
    switch (error.keyword) {
      case 'required':
        return error.params.requiredProperties.map((name) => at(error, name, '必填', 'is required'));
      case 'additionalProperties':
        return error.params.additionalProperties.map((name) => at(error, name, '没有这一项', 'is not known'));
      case 'unevaluatedProperties':
        return error.params.unevaluatedProperties.map((name) => at(error, String(name), '没有这一项', 'is not known'));
      default:
        return [at(error, undefined, Sentences.zh_Hans(error), Sentences.en_US(error))];
    }
  });
  // A superfluous property is reported twice: by its object, and as a value its schema (false) never allows.
  const seen = new Set<string>();
  return problems.filter(({ path }) => !seen.has(path) && seen.add(path));
}

function at(error: TValidationError, name: string | undefined, zh: string, en: string): Problem {
  const escaped = name?.slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1');
  return { path: escaped === undefined ? error.instancePath : `${error.instancePath}/${escaped}`, zh, en };
}
