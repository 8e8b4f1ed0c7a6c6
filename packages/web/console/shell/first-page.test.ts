import { describe, expect, it } from 'vitest';
import { firstPageOf } from './first-page.ts';

describe('the first page', () => {
  it('is where the role has something to do', () => {
    const pages = ['operator', 'unit-clerk', 'deputy', 'duty-editor', 'system-admin', 'security-admin'].map(
      firstPageOf,
    );
    expect(pages).toEqual(['/work', '/work', '/promises', '/parameters', '/people', '/people']);
  });
});
