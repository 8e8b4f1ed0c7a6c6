import { HuyingError, type Problem } from '@huying/kit/error';
import { checkValues, codePoints, plainText, storedValues } from '@huying/kit/field';
import { depthOf, isWithin, levelAt, pathUnder, type Registry, versionAt } from '@huying/kit/registry';
import type { RecordDraft, RegistryRecord } from './record.ts';

const longestName = 200;

/** The records of one registry as a draft is checked against. */
export interface RecordsByCode {
  get(code: string): RegistryRecord | undefined;
  values(): Iterable<RegistryRecord>;
}

/** Brings a draft into the form that is stored: plain text, no empty values. */
export function storedDraft(registry: Registry, draft: RecordDraft): RecordDraft {
  return {
    code: draft.code.trim(),
    parent: draft.parent?.trim() || null,
    name: { zh: plainText(draft.name.zh), en: plainText(draft.name.en) },
    data: storedValues(registry.fields, draft.data) as RecordDraft['data'],
  };
}

/**
 * Where a draft (in its stored form) belongs: its path.
 * @param at the instant from which it is to hold; its parent must hold then.
 * @throws `registry.recordInvalid` with every problem, `registry.parentUnknown`, `.parentLoop`, `.retired`, `.tooDeep`.
 */
export function placeDraft(registry: Registry, draft: RecordDraft, records: RecordsByCode, at: number): string {
  const path = pathUnder(parentPath(registry, draft, records, at), draft.code);
  checkDepth(registry, draft, path, records);
  const problems = [
    ...codeProblems(registry, draft, depthOf(path)),
    ...nameProblems(draft),
    ...checkValues(registry.fields, draft.data, '/data'),
  ];
  if (problems.length > 0) {
    const params = { registry: registry.id, code: draft.code.slice(0, 64), count: problems.length };
    throw new HuyingError('registry.recordInvalid', params, problems);
  }
  return path;
}

function parentPath(registry: Registry, { code, parent }: RecordDraft, records: RecordsByCode, at: number): string {
  if (parent === null) return '';
  const above = records.get(parent);
  if (!above) throw new HuyingError('registry.parentUnknown', { registry: registry.id, code, parent });
  const self = records.get(code);
  if (parent === code || (self && isWithin(above.path, self.path))) {
    throw new HuyingError('registry.parentLoop', { code, parent });
  }
  if (!versionAt(above.versions, at))
    throw new HuyingError('registry.retired', { registry: registry.id, code: parent });
  return above.path;
}

/** A record that moves takes all below it along: none of them may end up too deep. */
function checkDepth(registry: Registry, { code }: RecordDraft, path: string, records: RecordsByCode): void {
  const self = records.get(code);
  let deepest = depthOf(path);
  if (self && self.path !== path) {
    for (const other of records.values()) {
      if (!isWithin(other.path, self.path)) continue;
      deepest = Math.max(deepest, depthOf(path) + depthOf(other.path) - depthOf(self.path));
    }
  }
  if (levelAt(registry, deepest)) return;
  throw new HuyingError('registry.tooDeep', { registry: registry.id, code, levels: registry.tree.levels.length });
}

function codeProblems(registry: Registry, { code, parent }: RecordDraft, depth: number): Problem[] {
  const level = levelAt(registry, depth);
  const problems: Problem[] = [];
  if (!/^[^\s/]{1,64}$/u.test(code) || (level && !new RegExp(`^(?:${level.code})$`, 'u').test(code))) {
    problems.push({
      path: '/code',
      zh: `代码不符合${level?.name ?? ''}的编码规则`,
      en: 'the code does not follow the rule of its level',
    });
  }
  if (registry.tree.codesNest && parent !== null && !(code.startsWith(parent) && code.length > parent.length)) {
    problems.push({
      path: '/code',
      zh: `代码须以上级代码 ${parent} 开头`,
      en: `the code must begin with its parent's, ${parent}`,
    });
  }
  return problems;
}

function nameProblems({ name }: RecordDraft): Problem[] {
  return (['zh', 'en'] as const).flatMap((locale) => {
    const length = codePoints(name[locale]);
    if (length > longestName) {
      return [
        {
          path: `/name/${locale}`,
          zh: `名称超过 ${longestName} 字`,
          en: `the name is longer than ${longestName} characters`,
        },
      ];
    }
    if (locale === 'zh' && length === 0) return [{ path: '/name/zh', zh: '缺少名称', en: 'the name is missing' }];
    return [];
  });
}
