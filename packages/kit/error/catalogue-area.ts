/** Words in the two languages of the product. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** The languages every text exists in; Chinese is the first. */
export type Locale = keyof Words;

/** What the catalogue says of one error: its HTTP status, what happened, and what to do now. `{name}` stands for a parameter. */
export interface CatalogueEntry {
  readonly status: number;
  readonly zh: string;
  readonly en: string;
  readonly remedyZh: string;
  readonly remedyEn: string;
}

/** One area of the catalogue; codes read `area.what`. */
export type CatalogueArea = Readonly<Record<`${string}.${string}`, CatalogueEntry>>;
