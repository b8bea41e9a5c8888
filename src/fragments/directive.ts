/**
 * A text directive: the part after `#:~:` in a URL that points at words of a page.
 * See https://wicg.github.io/scroll-to-text-fragment/.
 */
export interface TextDirective {
  /** The text right before the target. */
  readonly prefix?: string | undefined;
  /** The target, or its first words when there is an `end`. */
  readonly start: string;
  /** The target's last words. */
  readonly end?: string | undefined;
  /** The text right after the target. */
  readonly suffix?: string | undefined;
}

/** Percent-encodes a term, including `-`, which is syntax in a directive, as are `,` and `&`. */
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

/** Parses a directive such as `text=a-,b,c,-d`; undefined when it is invalid. */
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
