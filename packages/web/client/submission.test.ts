import { describe, expect, it } from 'vitest';
import { createSubmission } from './index.ts';

function counted() {
  let keys = 0;
  return createSubmission(() => {
    keys += 1;
    return `key-${keys}`;
  });
}

describe('a submit', () => {
  it('keeps its key for a retry of the same content', () => {
    const submission = counted();
    expect(submission.keyFor({ unit: 'a' })).toBe('key-1');
    expect(submission.keyFor({ unit: 'a' })).toBe('key-1');
  });

  it('is another one once the server has answered', () => {
    const submission = counted();
    submission.keyFor({ unit: 'a' });
    submission.settled();
    expect(submission.keyFor({ unit: 'a' })).toBe('key-2');
  });

  it('is another one when its content was changed', () => {
    const submission = counted();
    submission.keyFor({ unit: 'a' });
    expect(submission.keyFor({ unit: 'b' })).toBe('key-2');
  });
});
