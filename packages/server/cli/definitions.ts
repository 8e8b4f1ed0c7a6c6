import type { Command } from 'commander';
import { teach } from './teach.ts';
import type { Terminal } from './terminal.ts';
import { withProgram } from './with-program.ts';

/** `huying definitions`: the rules that cases are pinned to, by hash. */
export function addDefinitions(program: Command, terminal: Terminal): void {
  const { say } = terminal;
  const definitions = teach(program.command('definitions'), terminal, {
    does: { zh: '工单类型的定义：查看、比较', en: 'Definitions of case types: show, compare' },
    know: {
      zh: '每件工单始终按受理时的定义办理；哈希可只写前几位。',
      en: 'Each case keeps the definition it was opened under; a hash may be given by its first digits.',
    },
    examples: ['huying definitions list', 'huying definitions diff 3fa1 9bc2'],
  });
  teach(definitions.command('list'), terminal, {
    does: { zh: '列出每种工单的历次定义', en: 'List every form a case type has had' },
    examples: ['huying definitions list --json'],
  }).action(() =>
    withProgram(async (opened) => {
      const { storedForms } = await import('./stored-definitions.ts');
      const forms = await storedForms(opened);
      const lines = forms.map(({ id, hash, firstSeen, current }) => {
        const mark = current ? say({ zh: '现行', en: 'current' }) : '';
        return `${id.padEnd(20)} ${hash}  ${firstSeen}  ${mark}`.trimEnd();
      });
      terminal.answer(forms, lines);
    }),
  );
  teach(definitions.command('show'), terminal, {
    does: { zh: '显示一份定义（JSON）', en: 'Show a definition (JSON)' },
    examples: ['huying definitions show 3fa1 | less'],
  })
    .argument('<hash>', say({ zh: '哈希，或其前几位', en: 'hash, or its first digits' }))
    .action((hash: string) =>
      withProgram(async (opened) => {
        const { formOf } = await import('./stored-definitions.ts');
        const form = await formOf(opened, hash);
        terminal.out(JSON.stringify(form, null, terminal.json ? 0 : 2));
      }),
    );
  teach(definitions.command('diff'), terminal, {
    does: { zh: '用文字说明两份定义的差别', en: 'Say in words how two definitions differ' },
    examples: ['huying definitions diff 3fa1 9bc2'],
  })
    .argument('<a>', say({ zh: '较早的一份', en: 'the earlier one' }))
    .argument('<b>', say({ zh: '较新的一份', en: 'the later one' }))
    .action((a: string, b: string) =>
      withProgram(async (opened) => {
        const [{ formOf }, { definitionChanges }] = await Promise.all([
          import('./stored-definitions.ts'),
          import('./definition-changes.ts'),
        ]);
        const changes = definitionChanges(await formOf(opened, a), await formOf(opened, b));
        const same = say({ zh: '两份定义没有差别。', en: 'The two definitions do not differ.' });
        terminal.answer(changes, changes.length === 0 ? [same] : changes.map((change) => say(change.words)));
      }),
    );
}
