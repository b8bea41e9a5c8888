/**
 * What is asked of the very product that a corpus is about. Its name is in most passages and so weighs next to nothing; what
 * is said of other things must not win by that.
 */
import { describe, expect, test } from "vitest";
import { libraryOf } from "./library.ts";

/** Pages that name the product, as all do of a manual: only then does its name weigh as little as there. */
const pages = Object.fromEntries(
  Array.from({ length: 150 }, (_, page) => [
    `page-${page}`,
    `# Setting ${page}\n\nWith setting ${page}, krate keeps what it has fetched. The limit is ${page} files.`,
  ]),
);

/** A manual of a package manager. */
const manual = {
  ...pages,
  "cli/install": `# krate install

Usage: krate install [FLAGS] [PACKAGE]

Install a package that krate knows. Install several packages by naming them; krate can install old versions as well.

## Flags

### --dry-run

Print what krate would install.`,
  "cli/uninstall": `# krate uninstall

Usage: krate uninstall [FLAGS] [PACKAGE]

Uninstall a package. With --all, krate will uninstall every version of it.`,
  packages: `# Packages

With krate, packages are kept in one place.

## Uninstalling a package

To uninstall a package with krate, uninstall it by its name:

    krate uninstall left-pad

## Upgrading packages

To upgrade packages with krate, upgrade them all:

    krate upgrade --all`,
  setup: `# Installing Krate

There is a script for every system.

## Methods

Install krate with one command:

    curl https://krate.example/get | sh

## Uninstalling

Delete the folder that holds krate:

    rm -rf ~/.krate

## Upgrading

Let it replace its own file:

    krate self update`,
};

describe("something done with the product itself", () => {
  test.each([
    ["How do I install Krate?", "curl https://krate.example/get | sh"],
    ["How can I install krate?", "curl https://krate.example/get | sh"],
    ["How do I uninstall Krate?", "rm -rf ~/.krate"],
    ["How do I upgrade Krate?", "krate self update"],
  ])("%s is answered by how that is done, not by what it does to packages", async (question, quote) => {
    const { answer } = await (await libraryOf(manual)).ask(question);
    expect(answer[0]?.quote).toContain(quote);
  });

  test.each([
    ["How do I uninstall a package?", "krate uninstall left-pad"],
    ["How do I upgrade packages with krate?", "krate upgrade --all"],
  ])("%s is answered of packages", async (question, quote) => {
    const { answer } = await (await libraryOf(manual)).ask(question);
    expect(answer[0]?.quote).toContain(quote);
  });
});

describe("what a question of two words is about", () => {
  const web = {
    origins: "# Origins\n\nA browser asks before it sends a request to another origin.",
    cors: `# CORS

The middleware adds the headers that a browser asks for:

    app.use(cors())`,
    csrf: "# CSRF\n\nA token in the form is compared with one in the cookie. Enable it for every form.",
    etag: "# ETag\n\nThe middleware compares a digest. Enable it where answers are large.",
    logger: "# Logger\n\nEach request is a line. The logger may be enabled for one route.",
  };

  // Both words written as one, `enablecors`, were taken for a name that the quote lacks.
  test.each(["How do I enable CORS?", "How can I use CORS?", "How do I turn CORS on?"])(
    "%s is answered although what answers it does not say the verb",
    async (question) => {
      const { answered, answer } = await (await libraryOf(web)).ask(question);
      expect(answered).toBe(true);
      expect(answer[0]?.quote).toContain("app.use(cors())");
    },
  );
});

describe("a word for things of a kind is no name of the product, in however many passages it is", () => {
  const parcels = Object.fromEntries(
    Array.from({ length: 60 }, (_, page) => [
      `page-${page}`,
      `# Setting ${page}\n\nSetting ${page} holds for every package, component and widget.`,
    ]),
  );
  const articles = {
    ...parcels,
    keys: "# Keys\n\nKeys that a package, component or widget has are ones to remove with this:\n\n```sh\nkrate meta remove keys\n```",
    remove:
      "# What a project is made of\n\nTo remove a package, a component or a widget from the project, name it:\n\n```sh\nkrate remove left-pad\n```",
  };
  test.each(["How do I remove a package?", "How do I remove packages?", "How do I remove these packages?"])(
    "%s",
    async (question) => {
      const library = await libraryOf(articles);
      const { answer } = await library.ask(question);
      expect(answer[0]?.quote).toMatch(/krate remove left-pad/);
    },
  );
});
