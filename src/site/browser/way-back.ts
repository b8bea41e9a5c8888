/** Where a reader who follows a citation came from. */
interface Origin {
  readonly question: string;
  /** Address of the page with the answer. */
  readonly answer: string;
  /** Path of the article that the citation leads to. */
  readonly article: string;
}

const key = "footnote-origin";

/** Keeps the question for the article's page whenever a citation is followed. */
export function rememberAnswer(): void {
  let question = "";
  document.addEventListener("footnote-answer", (event) => {
    question = event.detail.question;
  });
  document.addEventListener("footnote-select", (event) => {
    const target = URL.parse(event.detail.url);
    if (event.detail.kind === "suggestion" || target === null || target.pathname === location.pathname)
      return;
    const origin: Origin = { question, answer: location.href, article: target.pathname };
    try {
      sessionStorage.setItem(key, JSON.stringify(origin));
    } catch {
      // Without leave to store, the article says nothing of it.
    }
  });
}

function readOrigin(): Origin | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "") as Origin;
  } catch {
    return undefined;
  }
}

/** On the page of a cited article, says in the answer to which question it is cited, and leads back. */
export function showWayBack(): void {
  const bar = document.querySelector<HTMLElement>("#came-from");
  const origin = readOrigin();
  if (bar === null || origin === undefined || origin.article !== location.pathname) return;
  const [text, link] = [bar.querySelector("p"), bar.querySelector("a")];
  if (text === null || link === null || URL.parse(origin.answer)?.origin !== location.origin) return;
  text.textContent = (bar.dataset["cited"] ?? "").replace("#", () => `“${origin.question}”`);
  link.href = origin.answer;
  link.addEventListener("click", (event) => {
    // The page before is as it was left.
    if (document.referrer === "" || URL.parse(document.referrer)?.origin !== location.origin) return;
    event.preventDefault();
    history.back();
  });
  bar.hidden = false;
}
