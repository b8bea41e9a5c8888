import { type Finding, finder } from "./finding.ts";

/** Milliseconds for one request. */
const patience = 10_000;

async function request(url: string, headers: HeadersInit = {}): Promise<Response | string> {
  try {
    return await fetch(url, { headers, signal: AbortSignal.timeout(patience) });
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return `cannot be reached: ${cause instanceof Error ? cause.message : String(cause)}`;
  }
}

/** Version of the index that answered; undefined when it was no answer. */
async function indexVersion(response: Response): Promise<string | undefined> {
  const body = (await response.json().catch(() => undefined)) as
    | { index?: { version?: unknown } }
    | undefined;
  const version = body?.index?.version;
  return typeof version === "string" ? version : undefined;
}

/**
 * Looks at a service that runs: whether it answers, with which index, and whether pages of an origin may ask it.
 *
 * @param service its address
 * @param version of the last build's index; undefined when there is none
 * @param origin of the pages that ask it; none when they are its own
 */
export async function checkService(
  service: string,
  version: string | undefined,
  origin: string | undefined,
): Promise<Finding[]> {
  const base = service.replace(/\/+$/, "");
  const about = finder(base);
  const asked = await request(
    `${base}/api/ask?q=test&limit=1`,
    origin === undefined ? {} : { Origin: origin },
  );
  if (typeof asked === "string") return [about("fault", asked)];
  if (!asked.ok) return [about("fault", `/api/ask answers ${asked.status}: is it a service of Footnote?`)];
  const allowed = asked.headers.get("Access-Control-Allow-Origin");
  const served = await indexVersion(asked);
  const findings = [
    served === undefined
      ? about("fault", "/api/ask answers something else than Footnote does")
      : version === undefined || served === version
        ? about("fine", `answers${version === undefined ? "" : ", from the index of the last build"}`)
        : about("note", "answers from another index than that of the last build: deploy again"),
  ];
  if (origin !== undefined) {
    findings.push(
      allowed === "*" || allowed === origin
        ? about("fine", `pages of ${origin} may ask it`)
        : about(
            "fault",
            `pages of ${origin} may not ask it: add the origin to ALLOWED_ORIGINS, and deploy again`,
          ),
    );
  }
  const widget = await request(`${base}/widget.js`);
  const isScript =
    typeof widget !== "string" && widget.ok && /javascript/.test(widget.headers.get("Content-Type") ?? "");
  if (!isScript) findings.push(about("fault", "/widget.js is no script: <footnote-ask> will not work"));
  if (typeof widget !== "string") await widget.body?.cancel();
  return findings;
}
