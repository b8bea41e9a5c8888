/** What is at an address. */
export interface PageAt {
  /** HTTP status; 0 when there was no response. */
  readonly status: number;
  /** The page's HTML, when there is one. */
  readonly html?: string;
  /** Why a browser would not show it, or not scroll in it, in words. */
  readonly fault?: string;
}

/** Milliseconds for one page. */
const pageTimeout = 15_000;

/** Bytes of a page that are read. */
const largestPage = 20_000_000;

async function fetchPage(url: string): Promise<PageAt> {
  let response: Response;
  try {
    response = await fetch(url, {
      headers: { Accept: "text/html", "User-Agent": "footnote-ask (checks citations)" },
      signal: AbortSignal.timeout(pageTimeout),
    });
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return {
      status: 0,
      fault: `cannot be fetched: ${cause instanceof Error ? cause.message : String(cause)}`,
    };
  }
  const { status, headers } = response;
  const type = headers.get("Content-Type") ?? "no type";
  if (!response.ok || !/html/i.test(type) || Number(headers.get("Content-Length") ?? 0) > largestPage) {
    await response.body?.cancel();
    const fault = response.ok ? `is no page of HTML but ${type}` : `answers ${status}`;
    return { status, fault };
  }
  const html = await response.text();
  const policy = headers.get("Document-Policy") ?? "";
  if (/force-load-at-top/.test(policy)) {
    return { status, html, fault: "forbids text fragments by Document-Policy: force-load-at-top" };
  }
  return { status, html };
}

/** Reads pages by their address without fragment, each once. */
export function pageReader(): (url: string) => Promise<PageAt> {
  const pages = new Map<string, Promise<PageAt>>();
  return (url) => {
    const known = pages.get(url) ?? fetchPage(url);
    pages.set(url, known);
    return known;
  };
}
