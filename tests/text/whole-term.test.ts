import { describe, expect, test } from "vitest";
import { analyseTitle } from "../../src/text/analyser.ts";
import { loadLanguage } from "../../src/text/languages/index.ts";
import { wholeTerm } from "../../src/text/whole-term.ts";

const [english, german, chinese] = await Promise.all(["en", "de", "zh"].map(loadLanguage));
const of = (text: string, language = english) =>
  language === undefined ? undefined : wholeTerm(analyseTitle(text, language));

describe("the term of a whole heading", () => {
  test.each([
    ["Creating a blog post", "How do I create a blog post?"],
    ["--dry-run", "What does --dry-run do?"],
    ["build.outDir", "What is build.outDir?"],
    ["Setting environment variables", "setting  Environment Variables"],
  ])("%s is that of %s", (heading, question) => {
    expect(of(heading)).toBeDefined();
    expect(of(question)).toBe(of(heading));
  });

  test.each([
    ["Creating a blog post", "Creating a model for a blog post"],
    ["get", "getOrInsert"],
    ["0.103.0", "0.103.1"],
  ])("%s is not that of %s", (heading, question) => {
    expect(of(question)).not.toBe(of(heading));
  });

  test("is told from any word", () => {
    expect(of("bread")).toBe("#bread");
    expect(of("rye bread")).toBe("#bread_rye");
  });

  test("of stop words alone there is none", () => {
    expect(of("What is it?")).toBeUndefined();
    expect(of("")).toBeUndefined();
  });

  test("is short however long the heading is, and cut between words", () => {
    const long = of(
      "a description of everything that anybody could ever want to know about velocipedes and tandems",
    );
    expect(long?.length).toBeLessThan(60);
    expect(of(`${"velocipede ".repeat(100)}`)?.length).toBeLessThan(60);
  });

  test("in languages with compounds and in scripts without spaces", () => {
    expect(of("Die Haustür öffnen", german)).toBe(of("Wie öffne ich die Haustür?", german) ?? "");
    expect(of("安装程序", chinese)).toMatch(/^#\S+$/);
  });
});
