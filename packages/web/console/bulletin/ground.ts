import type { Ground } from '@huying/kit/document';
import type { ScreenText } from '../text/index.ts';

/** What kinds of things a cell rests on are called. */
export const GROUND_WORDS: Readonly<Record<Ground['kind'], ScreenText>> = {
  promise: 'bulletin.ofPromise',
  indicator: 'bulletin.ofIndicator',
  observation: 'bulletin.ofObservation',
  evidence: 'bulletin.ofEvidence',
  revision: 'bulletin.ofRevision',
  evaluation: 'bulletin.ofEvaluation',
  case: 'bulletin.ofCase',
  clause: 'bulletin.ofClause',
  unit: 'bulletin.ofUnit',
  bulletin: 'bulletin.ofBulletin',
};

/** Where it opens; null where there is no page of its own. */
export function addressOf({ kind, id, of }: Ground): string | null {
  switch (kind) {
    case 'promise':
      return `/promises/${id}`;
    case 'indicator':
    case 'observation':
    case 'evidence':
    case 'revision':
    case 'evaluation':
    case 'clause':
      return of === undefined ? null : `/promises/${of}#${kind}-${id.replaceAll('/', '-')}`;
    case 'case':
      return `/cases/${id}`;
    case 'bulletin':
      return `/bulletins/${id}`;
    case 'unit':
      return null;
    default:
      return kind satisfies never;
  }
}

/** The promise a ground belongs to. */
export function promiseOf({ kind, id, of }: Ground): string | undefined {
  return kind === 'promise' ? id : of;
}
