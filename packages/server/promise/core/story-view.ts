import { type Static, Type } from 'typebox';
import { choice } from './promise-draft.ts';
import { nullable, text, words } from './promise-view.ts';

/** A station on the way from a citizen's call to the row of the next report. */
export const storyStepSchema = Type.Object({
  kind: choice(
    'call',
    'opinion',
    'candidate',
    'vote',
    'clause',
    'promise',
    'duty',
    'site',
    'evidence',
    'verification',
    'revision',
    'item',
    'evaluation',
    'bulletin',
    'appendix',
    'case',
  ),
  id: Type.String(),
  on: nullable(Type.String()),
  words,
  /** Where it opens: '/cases/…', '/promises/…'; null where there is no page, or the reader may not see it. */
  to: text,
});

export const storySchema = Type.Object({
  id: Type.String(),
  number: Type.String(),
  steps: Type.Array(storyStepSchema),
  /** Linked things the reader may not see; said, so that an absence is not taken for nothing. */
  hidden: Type.Integer(),
});

export type PromiseStory = Static<typeof storySchema>;
export type StoryStep = Static<typeof storyStepSchema>;
