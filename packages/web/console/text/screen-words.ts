import type { Words } from '@huying/kit/error';

/** An area of the console's own texts; `{name}` stands for what is filled in. */
export type ScreenWords = Readonly<Record<string, Words>>;
