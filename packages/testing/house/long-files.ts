/** Files past 400 lines that had their second look, each with the reason it stays whole. */
export const longFiles: Readonly<Record<string, string>> = {};
