import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { loadCorpus } from "../../src/corpus/load.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "corpus-"));
});

afterEach(() => rm(folder, { recursive: true }));

async function read(files: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const { articles } = await loadCorpus(folder);
  return Object.fromEntries(articles.map(({ id, text }) => [id, text]));
}

describe("a component of Antora", () => {
  const site = {
    "antora.yml":
      "name: kitchen\nasciidoc:\n  attributes:\n    maker: Hearth Works\n    kind: gas@\n    rack:\n",
    "modules/ROOT/nav.adoc": "* xref:oven.adoc[Oven]\n",
    "modules/ROOT/examples/snip_gas.adoc": "Open the valve.\n",
    "modules/ROOT/partials/care.adoc": "= Care\n\nWipe it.\n\ninclude::example$snip_{kind}.adoc[]\n",
    "modules/safety/partials/warn.adoc": "Mind the flame.\n",
  };
  const page =
    "= Oven\n\n{maker} builds the oven.\n\n* First:\n+\ninclude::safety:partial$warn.adoc[]\n\ninclude::partial$care.adoc[leveloffset=+1]\n\ninclude::partial$none-{unknown}.adoc[]\n\nAt the end.\n";

  test("has the attributes of its site and what other modules say; its examples and menus are no articles", async () => {
    const articles = await read({ ...site, "modules/ROOT/pages/oven.adoc": page });
    expect(Object.keys(articles)).toEqual(["modules/ROOT/pages/oven"]);
    expect(articles["modules/ROOT/pages/oven"]).toBe(
      "Hearth Works builds the oven.\n\nFirst:\nMind the flame.\n\nCare\n\nWipe it.\n\nOpen the valve.\n\nAt the end.",
    );
  });

  test("is one below a folder of the corpus too, and a page in a folder finds its images", async () => {
    const below = Object.fromEntries(Object.entries(site).map(([path, text]) => [`docs/${path}`, text]));
    const text = "= Deep\n\n{maker} draws it: image:door.png[the door]\n\nimage::door.png[The door]\n";
    await read({ ...below, "docs/modules/ROOT/pages/parts/deep.adoc": text });
    const { articles, problems } = await loadCorpus(folder);
    expect(articles.map(({ text }) => text)).toEqual(["Hearth Works draws it:"]);
    expect(problems.every(({ severity }) => severity === "note")).toBe(true);
  });

  test("is read with an antora.yml that is no YAML, and includes nothing from outside", async () => {
    const text = "= A\n\nText.\n\ninclude::partial$../../../../secret.adoc[]\n";
    expect(await read({ "antora.yml": "a: [", "modules/ROOT/pages/a.adoc": text })).toEqual({
      "modules/ROOT/pages/a": "Text.",
    });
  });
});

test("pages beside the configuration of their generator are its source, and no built site", async () => {
  const pages = {
    "index.html": "---\ntitle: Home\n---\n<p>Welcome to the kitchen.</p>",
    "fr/index.html": "---\ntitle: Accueil\n---\n<p>Bienvenue dans la cuisine.</p>",
    "_posts/2024-05-03-oven.md": "The oven is hot.\n",
  };
  expect(Object.keys(await read(pages))).not.toContain("_posts/2024-05-03-oven");
  expect(Object.keys(await read({ ...pages, "_config.yml": "title: Kitchen\n" }))).toContain(
    "_posts/2024-05-03-oven",
  );
});

test("collections of Jekyll are articles where their folder is the corpus, too", async () => {
  await read({
    "_config.yml": "collections_dir: content\ncollections:\n  ovens:\n    output: true\n",
    "content/_ovens/big.md": "The big oven is hot.\n",
    "content/_parts/door.md": "A door.\n",
  });
  const { articles } = await loadCorpus(join(folder, "content"));
  expect(articles.map(({ id }) => id)).toEqual(["_ovens/big"]);
});

describe("references of AsciiDoc without a text", () => {
  test("are the titles of the pages and sections that they lead to, or the names of files in words", async () => {
    const articles = await read({
      "antora.yml": "name: kitchen\n",
      "modules/ROOT/pages/parts/oven.adoc":
        "= Oven\n\nSee xref:door.adoc[], xref:door.adoc#glass[], xref:safety:fire.adoc[], xref:own-word.adoc[this] and xref:other:page:far-away.adoc[].\n\n----\nxref:door.adoc[]\n----\n",
      "modules/ROOT/pages/door.adoc":
        "= The [big] Door\n\nIt is heavy.\n\n[[glass]]\n== Its Glass, Cleaned\n\nIt is hot.\n",
      "modules/safety/pages/fire.adoc": "= Fire\n\nRun.\n",
    });
    expect(articles["modules/ROOT/pages/parts/oven"]).toBe(
      "See The [big] Door, Its Glass, Cleaned, Fire, this and far away.\n\nxref:door.adoc[]",
    );
  });

  test("are found beside the document, in what it includes too", async () => {
    const articles = await read({
      "oven.asc":
        "= Oven\n\nSee <<fan#noise>> and <<here>>.\n\ninclude::part.asc[]\n\n[[here]]\n== This\n\nText.\n",
      "part.asc": "And <<fan#>>.\n",
      "fan.asc": "= Fan\n\n[#noise]\n== Noise, or Not\n\nIt is loud.\n",
    });
    expect(articles["oven"]).toBe("See Noise, or Not and This.\n\nAnd Fan.\n\nThis\n\nText.");
  });
});
