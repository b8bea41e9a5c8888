import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { languageCodes } from "../src/text/languages/index.ts";

const documents = [
  "README.md",
  "CONTRIBUTING.md",
  ...readdirSync("docs", { recursive: true, encoding: "utf8" }).map((name) => join("docs", name)),
  ...readdirSync("src").map((room) => join("src", room, "README.md")),
].filter((path) => path.endsWith(".md"));

const read = (path: string): string => readFileSync(path, "utf8");

/** Targets of links that are files of the project. */
const linked = (path: string): string[] =>
  Array.from(read(path).matchAll(/\]\((?!\w+:|#)([^)#\s]+)/g), ([, target = ""]) =>
    join(dirname(path), target),
  );

const rooms = readdirSync("src");
const folders = ["src", "tests", "docs", "bench", "migrations", ...rooms];
const inCode = new RegExp(`\`((?:${folders.join("|")})/[\\w./-]+)\``, "g");

/** Files and folders that a document names in code, from the project's folder or from `src`: `text/words.ts`. */
const named = (path: string): string[] =>
  Array.from(read(path).matchAll(inCode), ([, target = ""]) => target)
    .filter((target) => !/\/xx[./]/.test(target))
    .map((target) => (existsSync(target) ? target : join("src", target)));

/** Whether the articles about Footnote are there: an owner has others in their place, and documents that lead to them. */
const hasOwnArticles = existsSync("corpus/docs");
const isOwners = (target: string): boolean => !hasOwnArticles && /^(?:src\/)?corpus\//.test(target);

describe.each(documents)("%s", (path) => {
  test("leads to files that are there", () => {
    const missing = [...linked(path), ...named(path)].filter((target) => !existsSync(target));
    expect(missing.filter((target) => !isOwners(target))).toEqual([]);
  });
});

test("docs/security.md names tests that are there", () => {
  const files = readdirSync("tests", { recursive: true, encoding: "utf8" }).map((name) =>
    join("tests", name),
  );
  const cited = [...read("docs/security.md").matchAll(/`([\w/.-]+\.test\.ts)`(?:, "([^"]+)")?/g)];
  expect(cited.length).toBeGreaterThan(30);
  const missing = cited.filter(
    ([, file = "", title = ""]) =>
      !files.some((path) => `/${path}`.endsWith(`/${file}`) && read(path).includes(title)),
  );
  expect(missing.map(([name]) => name)).toEqual([]);
});

test("each decision has a number of its own, which its title and the list have too", () => {
  const files = readdirSync("docs/decisions").filter((name) => name !== "README.md");
  const numbers = files.map((name) => name.slice(0, 4));
  expect(numbers.filter((number, index) => numbers.indexOf(number) !== index)).toEqual([]);
  const list = read("docs/decisions/README.md");
  const wrong = files.filter((name) => {
    const number = name.slice(0, 4);
    return (
      !read(`docs/decisions/${name}`).startsWith(`# ${number}. `) || !list.includes(`- [${number}](${name}) `)
    );
  });
  expect(wrong).toEqual([]);
});

test("docs/libraries.md says what each dependency is for", () => {
  const { dependencies, devDependencies } = JSON.parse(read("package.json"));
  const names = Object.keys({ ...dependencies, ...devDependencies }).filter(
    (name) => !/^@types\//.test(name),
  );
  const said = new Set(read("docs/libraries.md").match(/[@\w][\w./-]*/g));
  expect(names.filter((name) => !said.has(name))).toEqual([]);
});

test("every room has a README, and the picture shows it", () => {
  const picture = read("docs/rooms.svg");
  const shown = Array.from(picture.matchAll(/y="24">([\w]+)</g), ([, room]) => room);
  expect(rooms.filter((room) => !existsSync(join("src", room, "README.md")))).toEqual([]);
  expect([...shown].sort()).toEqual([...rooms].sort());
});

test.each(["README.md", "docs/rooms.svg", "docs/data-flow.svg"])("%s counts the languages", (path) => {
  expect(/(\d+) languages/.exec(read(path))?.[1]).toBe(`${languageCodes.length}`);
});
