/**
 * A text directive: what stands behind `#:~:` in an address that leads to some words of a page.
 * See https://wicg.github.io/scroll-to-text-fragment/.
 */
export interface TextDirective {
  /** What stands right before the words. */
  readonly prefix?: string | undefined;
  /** The words, or where there is an `end`, the first of them. */
  readonly start: string;
  /** The last words. */
  readonly end?: string | undefined;
  /** What stands right behind the words. */
  readonly suffix?: string | undefined;
}

/** Percent-encodes a term; `-` too, which the syntax of the directive gives a meaning, as it does `,` and `&`. */
function encode(term: string): string {
  return encodeURIComponent(term.toWellFormed()).replaceAll("-", "%2D");
}

/** `text=prefix-,start,end,-suffix`, percent-encoded. */
export function formatDirective({ prefix, start, end, suffix }: TextDirective): string {
  const terms = [
    prefix === undefined ? [] : [`${encode(prefix)}-`],
    encode(start),
    end === undefined ? [] : [encode(end)],
    suffix === undefined ? [] : [`-${encode(suffix)}`],
  ];
  return `text=${terms.flat().join(",")}`;
}

/** Reads a directive such as `text=a-,b,c,-d`; undefined when it is not one. */
export function parseDirective(directive: string): TextDirective | undefined {
  const terms = /^text=(.+)$/.exec(directive)?.[1]?.split(",") ?? [];
  const prefix = terms[0]?.endsWith("-") ? terms.shift()?.slice(0, -1) : undefined;
  const suffix = terms.at(-1)?.startsWith("-") ? terms.pop()?.slice(1) : undefined;
  const [start, end, ...rest] = terms;
  if (!start || rest.length > 0) return undefined;
  try {
    const decode = (term: string | undefined) => (term === undefined ? undefined : decodeURIComponent(term));
    return {
      prefix: decode(prefix),
      start: decodeURIComponent(start),
      end: decode(end),
      suffix: decode(suffix),
    };
  } catch {
    return undefined;
  }
}
