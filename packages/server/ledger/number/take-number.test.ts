import { testDatabase } from '@huying/testing/database';
import { describe, expect, it } from 'vitest';
import { openDb } from '../../db/index.ts';
import { takeNumber, takeNumbers, writeNumber } from './take-number.ts';

const db = await testDatabase();
const day = '2026-07-01';

describe('human numbers', () => {
  it('are written with kind, day and six digits, more when a day needs them', () => {
    expect(writeNumber('HX', day, 123)).toBe('HX-20260701-000123');
    expect(writeNumber('HX', day, 1_234_567)).toBe('HX-20260701-1234567');
  });

  it('start at one each day, for each kind and each district', async () => {
    expect(await takeNumber(db, '440199', 'HX', day)).toBe('HX-20260701-000001');
    expect(await takeNumber(db, '440199', 'HX', day)).toBe('HX-20260701-000002');
    expect(await takeNumber(db, '440199', 'HX', '2026-07-02')).toBe('HX-20260702-000001');
    expect(await takeNumber(db, '440199', 'JY', day)).toBe('JY-20260701-000001');
    expect(await takeNumber(db, 'boston', 'HX', day)).toBe('HX-20260701-000001');
  });

  it('are never given twice, by any number of processes at once', async () => {
    const other = await openDb({ url: db.url });
    try {
      const taken = await Promise.all([
        ...Array.from({ length: 150 }, () => takeNumber(db, '440199', 'XX', day)),
        ...Array.from({ length: 150 }, () => takeNumber(other, '440199', 'XX', day)),
        takeNumbers(other, '440199', 'XX', day, 50),
      ]);
      expect(new Set(taken.flat()).size).toBe(350);
    } finally {
      await other.close();
    }
  });

  it('are asked for in larger blocks by whom a block does not last', async () => {
    let asked = 0;
    const count = () => {
      asked += 1;
    };
    db.side.on('acquire', count);
    try {
      for (let taken = 0; taken < 700; taken += 1) await takeNumber(db, '440199', 'YY', day);
    } finally {
      db.side.off('acquire', count);
    }
    expect(asked).toBeLessThan(10);
    expect(await takeNumber(db, '440199', 'YY', day)).toBe('YY-20260701-000701');
  });
});
