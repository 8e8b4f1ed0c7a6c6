import { describe, expect, it } from 'vitest';
import { checkInput } from '../../../ledger/index.ts';
import { CityTicket } from '../ticket.ts';
import { simulatedTicket } from './simulated-ticket.ts';

const at = Date.parse('2026-07-01T08:00:00+08:00');

describe('a ticket of the played city', () => {
  it('is the same for the same number and moment, one that a real city could send, and never the number of another', () => {
    const numbers = new Set<string>();
    for (let index = 0; index < 200; index++) {
      const ticket = simulatedTicket(index, at);
      expect(simulatedTicket(index, at)).toEqual(ticket);
      checkInput(CityTicket, ticket);
      expect(ticket.phone).toMatch(/^138\d{8}$/);
      numbers.add(ticket.number);
    }
    expect(numbers.size).toBe(200);
  });

  it('happens at the places it is given, in turn', () => {
    const places = [{ address: '甲', longitude: 113, latitude: 23 }, { address: '乙' }];
    expect([0, 1, 2].map((index) => simulatedTicket(index, at, places).address)).toEqual(['甲', '乙', '甲']);
  });
});
