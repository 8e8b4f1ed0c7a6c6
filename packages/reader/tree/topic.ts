/** Longest sentence that still only names a topic. */
const longest = 30;

/**
 * For each sentence of a paragraph (`ends`, those up to `from` belong to its heading) the short sentence that opens it or the
 * stretch it stands in: “新兴业态逐步壮大。”. A paragraph may hold several.
 */
export function topicsOf(text: string, ends: readonly number[], from: number): (string | undefined)[] {
  let topic: string | undefined;
  let begun = 0;
  return ends.map((end, nth) => {
    const sentence = text.slice(begun, end).trimEnd();
    const opens = begun === from;
    begun = end;
    if (end <= from) return undefined;
    const size = opens ? longest : 16;
    const isTopic =
      nth + 1 < ends.length &&
      sentence.length <= size &&
      sentence.length >= 5 &&
      !/\d|[，：；]|^(?:各位|同时|此外|过去|今年|一年来)/.test(sentence);
    const isLong =
      opens &&
      nth + 1 < ends.length &&
      sentence.length <= longest &&
      sentence.length >= 5 &&
      /^[^\d：；]+[。！]$/.test(sentence) &&
      !/^(?:各位|同时|此外|过去|今年|一年来)/.test(sentence);
    if (isTopic || isLong) topic = sentence.replace(/^[—-]+|[。！]$/g, '');
    return topic;
  });
}
