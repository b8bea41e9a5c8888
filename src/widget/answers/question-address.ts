/** The page's address with a question in it, under the name of a parameter. */
export function addressOfQuestion(parameter: string, question: string): string {
  const url = new URL(location.href);
  url.searchParams.set(parameter, question);
  url.hash = "";
  return url.href;
}
