import { bulletinOperations } from '../../promise/index.ts';
import { bulletinAt, dayAfter, monthEnd, monthsTold, type Play } from './play.ts';

/** Each month's bulletin is made by the editor and signed by the district's head; letters go to who is behind in the latest. */
export function stageBulletins(play: Play): void {
  const bulletins = bulletinOperations(play.services);
  const months = monthsTold(play).filter((month) => month > 1 && bulletinAt(play, month) <= play.now);
  const { year } = play;
  for (const month of months) {
    const asOf = monthEnd(year, month);
    play.on(bulletinAt(play, month), async ({ run }) => {
      const draft = await run('editor', bulletins.draft, { kind: 'bulletin', year, asOf });
      const issued = await run('mayor', bulletins.issue, { id: draft.id, version: draft.version });
      if (month !== months.at(-1)) return;
      const { letters } = await run('editor', bulletins.draftLetters, { year, asOf });
      for (const letter of letters.slice(0, 3)) {
        await run('mayor', bulletins.issue, { id: letter.id, version: letter.version });
      }
      const basis = '区政府信息公开审查表';
      play.on(play.at(dayAfter(asOf, 11)), async (moment) => {
        await moment.run('mayor', bulletins.publish, { id: issued.id, version: issued.version, basis });
      });
    });
  }
}
