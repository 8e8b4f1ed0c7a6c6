import { library, withAction } from '@huying/testing/toy';
import { describe, expect, it } from 'vitest';
import { compile } from './compile.ts';
import { flowPicture } from './flow-picture.ts';

const { definitions, words } = compile([library]);
const page = definitions.map((definition) => flowPicture(definition, words)).join('');

describe('the picture of a flow', () => {
  it('has an arrow for each way from a state to another, and none for actions that stay', () => {
    expect(page).toContain('  [*] --> asked\n');
    expect(page).toContain('  asked --> closed : Answer at once\n');
    expect(page).toContain('  found --> searching : Check\n');
    expect(page).toContain('  closed --> [*]\n');
    expect(page).not.toMatch(/^ {2}\S+ --> \S+ : .*Note/m);
  });

  it('says of every state who answers, which clocks run and what may be done', () => {
    expect(page).toContain('| Awaited 待到货 | branch librarian of the handling unit | Wait 等待 | Resume 恢复寻找 |');
    for (const state of Object.keys(definitions[0]?.type.states ?? {})) expect(page).toContain(`  ${state} : `);
  });

  it('says of every clock its limit, when it runs and pauses, and whom its rungs tell', () => {
    expect(page).toContain(
      '| Whole 全程 (promised) | `library.wholeLimits` by `subject` | To be dispatched 待分派, Being searched 寻找中, To be checked 待核对 | Awaited 待到货 | 100 % escalate head of the library |',
    );
    expect(page).toContain('while More time 延长寻找 waits');
  });

  it('says which action gives a number, to which field and by which answer, and nothing where none does', () => {
    expect(page).not.toContain('## Numbers');
    const numbers = { field: 'answer', by: 'subject', series: 'library.series', pattern: 'library.pattern' };
    const type = withAction('sendBack', { numbers });
    const [numbered] = definitions.map((definition) => flowPicture({ ...definition, type }, words));
    expect(numbered).toContain(
      '| Send back 退回 | Answer to the reader 答复读者 | Subject 类别 | `library.series` | `library.pattern` |',
    );
  });
});
