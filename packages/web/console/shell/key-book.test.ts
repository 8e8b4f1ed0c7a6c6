import { afterEach, describe, expect, it } from 'vitest';
import { keyCap, keysOnPage, openKeyGroup } from './key-book.ts';

const left: (() => void)[] = [];
afterEach(() => {
  for (const leave of left.splice(0)) leave();
});
const comes = (title: string, ...keys: string[]) => {
  const group = { title, lines: keys.map((key) => ({ key, says: key })) };
  left.push(openKeyGroup(group));
  return group;
};
const told = () =>
  keysOnPage('Everywhere').map(({ title, lines }) => `${title}: ${lines.map(({ key }) => key).join()}`);

describe('the key help', () => {
  it('tells of the keys of the page that is open, those of every page first', () => {
    comes('Lists', 'j', 'k');
    comes('Everywhere', '?');
    expect(told()).toEqual(['Everywhere: ?', 'Lists: j,k']);
  });

  it('no longer tells of a page that was left', () => {
    comes('Lists', 'j');
    left.pop()?.();
    expect(told()).toEqual([]);
  });

  it('tells what is possible now, and no heading above nothing', () => {
    const desk = comes('Desk', 'a', 'x');
    desk.lines = [{ key: 'r', says: 'take up again' }];
    comes('Empty');
    expect(told()).toEqual(['Desk: r']);
  });

  it('tells parts with one heading together', () => {
    comes('Figures', '[', ']');
    comes('Figures', 'Ctrl S');
    expect(told()).toEqual(['Figures: [,],Ctrl S']);
  });

  it('names a key as it is printed on the keyboard', () => {
    expect([keyCap('Escape'), keyCap('M'), keyCap('m')]).toEqual(['Esc', 'Shift m', 'm']);
  });
});
