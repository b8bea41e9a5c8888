import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { withoutErb } from "../../../src/corpus/formats/markdown/erb.ts";
import { loadCorpus } from "../../../src/corpus/load.ts";

async function texts(files: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), "corpus-"));
  try {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    const { articles } = await loadCorpus(folder);
    return Object.fromEntries(articles.map(({ id, text }) => [id, text]));
  } finally {
    await rm(folder, { recursive: true });
  }
}

test("Markdown with Embedded Ruby is read, with its partials in their places", async () => {
  const page = [
    "---\ntitle: Ovens\n---",
    "<% content_for :sidebar do %>",
    "# Ovens",
    "",
    "Heat the oven to <%= config.heat %>200 °C.<%# Ask the baker. %>",
    "",
    "<%= partial 'guide/lid' %>",
    '<%= partial "/guide/door", locals: { wide: true } %>',
    "",
    "- <%= link_to 'Times', 'times.html' %>",
    "",
    "<ul><li><%= link_to \"Doors\", '/doors' %></li></ul>",
    "",
    "    puts <%% 1 %>",
    "<% end %>",
  ];
  expect(
    await texts({
      "ovens.html.md.erb": page.join("\n"),
      "guide/_lid.md": "The lid is hot.",
      "guide/_door.md": "Close the door.",
      "layouts/layout.erb": "<main><%= yield %></main>",
      "_nav.html.erb": "<nav>Home</nav>",
    }),
  ).toEqual({
    ovens: "Heat the oven to 200 °C.\n\nThe lid is hot.\n\nClose the door.\n\nTimes\n\nDoors\n\nputs <% 1 %>",
  });
});

test("text that is no Embedded Ruby keeps its marks", async () => {
  expect(await texts({ "a.md": "Write `<%= name %>` in it.", "b.md.erb": "It is <% open." })).toEqual({
    a: "Write <%= name %> in it.",
    b: "It is <% open.",
  });
});

test("every line stays on its line", () => {
  const part = fc.constantFrom("<%", "%>", "<%=", "<%%", "\n", "a", " partial 'b'", "-%>");
  fc.assert(
    fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
      const text = parts.join("");
      expect(withoutErb(text).split("\n")).toHaveLength(text.split("\n").length);
    }),
  );
});
