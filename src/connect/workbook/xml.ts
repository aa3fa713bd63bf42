/** What a reader of XML is told, in the order of the text. Names come without their prefix. */
export interface XmlEvents {
  /** `attributes`: the text between the name and the end of the tag */
  open(name: string, attributes: string): void;
  /** raw: `&amp;` and its like stand as they were; `decodeEntities` reads them */
  text(text: string): void;
  close(name: string): void;
}

/** A text that is no XML. */
export class UnreadableXml extends Error {}

const longestTag = 2 ** 20;

/**
 * Reads XML piece by piece and checks no more than it needs: a workbook's sheets are hundreds of megabytes of it. Entities of a document
 * type are never followed.
 */
export function xmlReader(events: XmlEvents): { write(text: string): void; end(): void } {
  let rest = "";

  function tag(body: string): void {
    const first = body.charCodeAt(0);
    if (first === 63 || first === 33) return;
    if (first === 47) return events.close(localName(body.slice(1).trimEnd()));
    const closed = body.charCodeAt(body.length - 1) === 47;
    let end = 0;
    for (; end < body.length; end++) {
      const code = body.charCodeAt(end);
      if (code <= 32 || code === 47) break;
    }
    const name = localName(body.slice(0, end));
    events.open(name, closed ? body.slice(end, -1) : body.slice(end));
    if (closed) events.close(name);
  }

  return {
    write(piece) {
      const text = rest === "" ? piece : rest + piece;
      let at = 0;
      for (;;) {
        const start = text.indexOf("<", at);
        if (start < 0) {
          // Text may go on in the next piece; an entity must not be cut.
          rest = text.slice(at);
          break;
        }
        if (text.startsWith("<![CDATA[", start)) {
          const end = text.indexOf("]]>", start);
          if (end < 0) {
            rest = text.slice(at);
            break;
          }
          if (start > at) events.text(text.slice(at, start));
          events.text(text.slice(start + 9, end).replaceAll("&", "&amp;"));
          at = end + 3;
          continue;
        }
        const isComment = text.startsWith("<!--", start);
        const end = isComment ? text.indexOf("-->", start + 4) : text.indexOf(">", start);
        if (end < 0) {
          rest = text.slice(at);
          break;
        }
        if (start > at) events.text(text.slice(at, start));
        if (!isComment) tag(text.slice(start + 1, end));
        at = end + (isComment ? 3 : 1);
        if (at === text.length) {
          rest = "";
          break;
        }
      }
      if (rest.length > longestTag * 64) throw new UnreadableXml("a tag or text without an end");
    },
    end() {
      if (rest.includes("<")) throw new UnreadableXml("it ends in the middle of a tag");
    },
  };
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

/** The value of an attribute, decoded; null where it is absent. A prefix belongs to the name here. */
export function attribute(attributes: string, name: string): string | null {
  for (let found = attributes.indexOf(name); found >= 0; found = attributes.indexOf(name, found + 1)) {
    if (found > 0 && attributes.charCodeAt(found - 1) > 32) continue;
    let at = found + name.length;
    while (attributes.charCodeAt(at) <= 32) at++;
    if (attributes.charCodeAt(at) !== 61) continue;
    at++;
    while (attributes.charCodeAt(at) <= 32) at++;
    const quote = attributes.charCodeAt(at);
    if (quote !== 34 && quote !== 39) continue;
    const end = attributes.indexOf(quote === 34 ? '"' : "'", at + 1);
    return end < 0 ? null : decodeEntities(attributes.slice(at + 1, end));
  }
  return null;
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return entities[name] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : "\uFFFD";
  });
}
