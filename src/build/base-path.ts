/**
 * A base path as the rest of the project takes it: with a slash before it and none behind, empty for the root of a host.
 * @throws RangeError when it is no path: `https://example.org/help`, `/a//b`, `/a?b`
 */
export function basePathOf(text: string): string {
  const path = `/${text}`.replace(/^\/+|\/+$/g, "");
  if (path === "") return "";
  if (!/^(?:[\w.~-]|%[\dA-Fa-f]{2})+(?:\/(?:[\w.~-]|%[\dA-Fa-f]{2})+)*$/.test(path)) {
    throw new RangeError(`${JSON.stringify(text)} is no base path: write the path alone, such as /help`);
  }
  return `/${path}`;
}
