import { expect, test } from "vitest";
import { installJudge } from "../../src/answer/install-command.ts";
import { libraryOf } from "./library.ts";

const judge = (text: string) =>
  installJudge({ text, answerType: "manner", words: new Set(text.toLowerCase().match(/[\p{L}\d]+/gu)) });

test.each([
  ["How do I install Krate?", "npm install --save-dev krate", 1],
  ["How do I install Krate?", "$ pip install 'krate[all]>=2.1'", 1],
  ["How do I install Krate?", "go install github.com/ferry/krate@latest", 1],
  ["How do I install Krate?", "cargo add krate && krate init", 1],
  ["How do I install Krate?", "brew install --cask krate", 1],
  ["How do I install Krate?", "npm i krate ts-krate", 0.5],
  ["How do I install Krate?", "npm install ts-krate", 0],
  ["How do I install Krate?", "npm install @krate/core", 0],
  ["How do I install Krate?", "You can install krate with any tool.", 0],
  ["How do I install Material for Krate?", "uv pip install krate-material", 1],
  ["Wie installiere ich Krate?", "apt-get install -y krate", 1],
  ["Krate のインストール方法は?", "yarn global add krate", 1],
])("%s - %s", (question, text, expected) => {
  expect(judge(question)?.(text)).toBe(expected);
});

test("judges no other question", () => {
  expect(judge("How do I start Krate?")).toBeUndefined();
});

test("the command that installs the thing wins over commands for what goes with it", async () => {
  const plugin = (name: string): string =>
    `# ${name} for Krate\n\nTo install ${name} for Krate, install it beside Krate:\n\n\`\`\`sh\nnpm install krate-${name.toLowerCase()}\n\`\`\`\n\nKrate finds it when it starts.`;
  const library = await libraryOf({
    start:
      "# Getting started\n\nFirst of all a folder is needed.\n\nGet Krate with the tool that you like best:\n\n```sh\nnpm install --save-dev krate\n```\n\nThen write a file and run it.",
    tide: plugin("Tide"),
    harbour: plugin("Harbour"),
    ferry: plugin("Ferry"),
  });
  const { answer } = await library.ask("How do I install Krate?");
  expect(answer[0]?.quote).toContain("npm install --save-dev krate");
});
