/**
 * What to say where a version of Node is too old to run this program; undefined where it is not. An old one reads this module too:
 * nothing in it, nor in what it imports, is newer than Node 12.
 *
 * @param version such as `20.11.1`
 * @param least such as `>=22.18`
 */
export function tooOld(version: string, least: string): string | undefined {
  const numbers = (text: string): number[] => (text.match(/\d+/g) || []).map(Number);
  const [major = 0, minor = 0] = numbers(version);
  const [leastMajor = 0, leastMinor = 0] = numbers(least);
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return undefined;
  return (
    `Footnote needs Node ${leastMajor}.${leastMinor} or newer, and this is Node ${version}. ` +
    "Install a newer one (https://nodejs.org, or your version manager), then run the command again."
  );
}
