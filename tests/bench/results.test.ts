import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withSection } from "../../bench/results.ts";

describe("a section of the results", () => {
  test("is added to an empty document below a title", () => {
    expect(withSection("", "Quality", "| a |\n")).toBe(
      "# Results\n\nEach section is written by the command that it names; run that command to bring it up to date.\n" +
        "\n## Quality\n\n<!-- Quality: begin -->\n\n| a |\n\n<!-- Quality: end -->\n",
    );
  });

  test("is replaced where it stands, and the words around it stay", () => {
    const before =
      "# Results\n\n## Quality\n\nBy hand.\n\n<!-- Quality: begin -->\n\nold\n\n<!-- Quality: end -->\n\nAfter.\n";
    const after =
      "# Results\n\n## Quality\n\nBy hand.\n\n<!-- Quality: begin -->\n\nnew\n\n<!-- Quality: end -->\n\nAfter.\n";
    expect(withSection(before, "Quality", "new")).toBe(after);
  });

  test("can be written twice without a difference, and writing one leaves the others", () => {
    const body = fc.string().filter((text) => !text.includes("<!--"));
    fc.assert(
      fc.property(body, body, body, (first, second, other) => {
        const both = withSection(withSection("", "First", first), "Second", other);
        const changed = withSection(both, "First", second);
        expect(withSection(changed, "First", second)).toBe(changed);
        expect(withSection(changed, "First", first)).toBe(both);
        expect(changed).toContain(`<!-- Second: begin -->\n\n${other.trim()}\n\n<!-- Second: end -->`);
      }),
    );
  });

  test("keeps the dollar signs of its text", () => {
    const once = withSection("", "Cost", "x");
    expect(withSection(once, "Cost", "$& and $1")).toContain("\n$& and $1\n");
  });

  test("is refused when a marker is missing, out of order or in the new text", () => {
    expect(() => withSection("<!-- Quality: begin -->", "Quality", "new")).toThrow(
      /put the missing marker back/,
    );
    expect(() => withSection("<!-- Quality: end -->", "Quality", "new")).toThrow(
      /put the missing marker back/,
    );
    expect(() => withSection("<!-- Quality: end --><!-- Quality: begin -->", "Quality", "new")).toThrow(
      /put the missing marker back/,
    );
    expect(() => withSection("", "Quality", "<!-- Quality: end -->")).toThrow(/leave it out/);
  });
});
