/** One submit of a form, however often it has to be sent. */
export interface Submission {
  /** The key to send this content under: the same one for as long as it is not known whether it arrived. */
  keyFor(content: unknown): string;
  /** The server has answered, with yes or no: the next submit is another one. */
  settled(): void;
}

/**
 * Keeps the idempotency key of a submit over its retries. Content that was changed after a lost answer is a submit of its own;
 * the version of the case then keeps it from being done twice.
 */
export function createSubmission(newKey: () => string): Submission {
  let open: { readonly content: string; readonly key: string } | undefined;
  return {
    keyFor(content) {
      const text = JSON.stringify(content) ?? '';
      if (open?.content !== text) open = { content: text, key: newKey() };
      return open.key;
    },
    settled() {
      open = undefined;
    },
  };
}
