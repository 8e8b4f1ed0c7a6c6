/** Twentieths of a point, as Word counts. */
export const mm = (length: number): number => Math.round((length / 25.4) * 1440);
export const pt = (length: number): number => Math.round(length * 20);

/** 22 lines on 225 mm. */
export const LINE = pt(28.95);
/** What a character of 三号 gives up so that 28 fit into 156 mm. */
export const TIGHT = -5;

/** Half points. */
export const SIZE = { two: 44, three: 32, four: 28, smallFour: 24, five: 21, smallFive: 18, head: 84 } as const;

export const upright = { top: mm(37), left: mm(28), right: mm(26), bottom: mm(35) } as const;
export const lying = { top: mm(28), left: mm(35), right: mm(37), bottom: mm(26) } as const;
export const TYPE_AREA = { upright: mm(156), lying: mm(225) } as const;
export const RED = 'C8161D';
