/**
 * Ascending keys as one text, in fewer bytes than a list of them once it is packed: of each a capital letter that says how many units it shares with
 * the key before, A for none and Z for 25, and the rest. In the rest a capital letter, and `^`, has `^` before it.
 */

const first = "A".charCodeAt(0);
const last = "Z".charCodeAt(0);
const marked = "^".charCodeAt(0);
const mostShared = 25;

/** Joins keys. */
export function joinKeys(keys: readonly string[]): string {
  let before = "";
  return keys
    .map((key) => {
      const shared = sharedUnits(before, key);
      before = key;
      return String.fromCharCode(first + shared) + key.slice(shared).replace(/[A-Z^]/g, "^$&");
    })
    .join("");
}

/** How many units two keys share, characters whole. */
function sharedUnits(before: string, key: string): number {
  let shared = 0;
  for (const character of key) {
    const end = shared + character.length;
    if (end > mostShared || !before.startsWith(key.slice(0, end))) break;
    shared = end;
  }
  return shared;
}

/** The keys of a text that `joinKeys` made. Without an expression for each: a new isolate does this before its first answer. */
export function splitKeys(joined: string): string[] {
  const keys: string[] = [];
  let before = "";
  for (let start = 0; start < joined.length; ) {
    const end = endOfKey(joined, start + 1);
    const rest = joined.slice(start + 1, end);
    before =
      before.slice(0, joined.charCodeAt(start) - first) +
      (rest.includes("^") ? rest.replace(/\^(.)/gsu, "$1") : rest);
    keys.push(before);
    start = end;
  }
  return keys;
}

/** Where the next capital letter is that has no `^` before it. */
function endOfKey(joined: string, start: number): number {
  for (let at = start; at < joined.length; at++) {
    const code = joined.charCodeAt(at);
    if (code === marked) at++;
    else if (code >= first && code <= last) return at;
  }
  return joined.length;
}
