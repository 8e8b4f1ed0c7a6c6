import { walkXml } from './markup.ts';

/** What a paragraph style says of lists. */
interface ParagraphStyle {
  basedOn: string | undefined;
  use: string | undefined;
  level: number | undefined;
}

export interface StyleNumbering {
  /** numId; '0' takes numbering away. */
  readonly use: string;
  readonly level: number | undefined;
  /** The style in whose name it is given. */
  readonly style: string;
}

/** Reads styles.xml: which list a style puts its paragraphs in, if any. */
export function stylesOf(xml: string): (style: string | undefined) => StyleNumbering | undefined {
  const styles = new Map<string, ParagraphStyle>();
  let fallback: string | undefined;
  let current: ParagraphStyle | undefined;
  walkXml(xml, {
    open(name, attributes) {
      const value = attributes['w:val'];
      if (name === 'style' && attributes['w:type'] === 'paragraph') {
        const id = attributes['w:styleId'] ?? '';
        current = { basedOn: undefined, use: undefined, level: undefined };
        styles.set(id, current);
        if (attributes['w:default'] === '1' || attributes['w:default'] === 'true') fallback = id;
      } else if (!current) return;
      else if (name === 'basedOn') current.basedOn = value;
      else if (name === 'numId') current.use = value;
      else if (name === 'ilvl') current.level = Number(value);
    },
    text: () => undefined,
    close(name) {
      if (name === 'style') current = undefined;
    },
  });
  return (style) => {
    let id = style ?? fallback;
    // A style based on itself, however far round, ends here.
    for (let steps = 0; id !== undefined && steps < 20; steps++) {
      const found = styles.get(id);
      if (found?.use !== undefined) return { use: found.use, level: found.level, style: id };
      id = found?.basedOn;
    }
    return undefined;
  };
}
