import { Parser } from 'htmlparser2';
import { most } from './opened.ts';
import { Unreadable } from './unreadable.ts';

/** What is told of markup, piece by piece; names are in small letters in HTML and without prefix in XML. */
export interface MarkupListener {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  close(name: string): void;
}

/** Walks XML. Entities other than the five of XML are left as written; nothing outside is fetched. @throws Unreadable where it is nested too deep */
export function walkXml(xml: string, listener: MarkupListener): void {
  walk(xml, listener, true);
}

/** Walks HTML as browsers read it: end tags may be missing, anything may be nested in anything. @throws Unreadable where it is nested too deep */
export function walkHtml(html: string, listener: MarkupListener): void {
  walk(html, listener, false);
}

function walk(markup: string, listener: MarkupListener, xmlMode: boolean): void {
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        if (depth > most.depth) throw new Unreadable('reader.damaged', { kind: xmlMode ? 'xml' : 'html' });
        listener.open(plain(name), attributes);
      },
      ontext: (text) => listener.text(text),
      onclosetag(name) {
        depth -= 1;
        listener.close(plain(name));
      },
    },
    { xmlMode, decodeEntities: true },
  );
  parser.end(markup);

  function plain(name: string): string {
    return xmlMode ? name.slice(name.indexOf(':') + 1) : name;
  }
}
