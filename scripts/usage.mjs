/**
 * Prints a script's help and ends, where `--help` or `-h` stands among its arguments.
 * @param {string} text
 */
export function answerHelp(text) {
  const own = process.argv.slice(2);
  if (!own.includes('--help') && !own.includes('-h')) return;
  process.stdout.write(`${text.trim()}\n`);
  process.exit(0);
}
