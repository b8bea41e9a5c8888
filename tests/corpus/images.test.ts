import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CorpusImages } from "../../src/build/corpus-images.ts";
import { maximumImageBytes, readImage } from "../../src/corpus/images.ts";

let base: string;
let folder: string;

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "images-"));
  folder = join(base, "corpus");
  mkdirSync(folder);
});

afterEach(() => rmSync(base, { recursive: true }));

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

/** A picture 40 pixels wide and 30 high. */
const picture = () => sharp({ create: { width: 40, height: 30, channels: 3, background: "#a23018" } });

describe("an image of the corpus", () => {
  test.each([
    ["png", () => picture().png()],
    ["jpg", () => picture().jpeg()],
    ["jpeg", () => picture().jpeg()],
    ["gif", () => picture().gif()],
    ["webp", () => picture().webp()],
    ["avif", () => picture().avif()],
    ["PNG", () => picture().png()],
  ] as const)("may be %s, and its size is known", async (extension, make) => {
    const path = `guide/bee (1).${extension}`;
    write(path, await make().toBuffer());
    expect(readImage(folder, path)).toEqual({
      path,
      extension: `.${extension.toLowerCase()}`,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      size: { width: 40, height: 30 },
    });
  });

  test("is as high as it is shown when the camera lay on its side", async () => {
    write("a.jpg", await picture().withMetadata({ orientation: 6 }).jpeg().toBuffer());
    expect(readImage(folder, "a.jpg")).toMatchObject({ size: { width: 30, height: 40 } });
  });

  test("may be a drawing, with a size or without", () => {
    write("a.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4"/>');
    write("b.svg", '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h8"/></svg>');
    expect(readImage(folder, "a.svg")).toMatchObject({ size: { width: 8, height: 4 } });
    expect(readImage(folder, "b.svg")).not.toHaveProperty("size");
  });

  test("has another name when it has another content", async () => {
    const hashes = ["#a23018", "#000"].map(async (background) => {
      const bytes = await sharp({ create: { width: 1, height: 1, channels: 3, background } })
        .png()
        .toBuffer();
      write("a.png", bytes);
      const image = readImage(folder, "a.png");
      return typeof image === "string" ? image : image.hash;
    });
    const [first, second] = await Promise.all(hashes);
    expect(first).not.toBe(second);
  });
});

describe("an image that the site has elsewhere than the article names it", () => {
  test.each([
    ["img/bee.png", "static/img/bee.png"],
    ["img/bee.png", "public/img/bee.png"],
    ["bee.png", ".vuepress/public/bee.png"],
    ["bee.png", "docs/.vuepress/public/bee.png"],
    [".gitbook/assets/bee (1).png", ".gitbook/assets/bee (1).png"],
    ["assets/bee.png", "assets/bee.png"],
    ["md/guide/img/bee.png", "img/bee.png"],
    ["md/img/bee.png", "static/img/bee.png"],
  ])("%s is shown from %s in the corpus folder", async (named, path) => {
    write(path, await picture().png().toBuffer());
    expect(readImage(folder, named)).toMatchObject({ path, size: { width: 40, height: 30 } });
  });

  test("is shown from the folder that its article is served as", async () => {
    write("guide/img/bee.png", await picture().png().toBuffer());
    expect(readImage(folder, "img/bee.png", "guide/img/bee.png")).toMatchObject({
      path: "guide/img/bee.png",
    });
    write("img/bee.png", await picture().png().toBuffer());
    expect(readImage(folder, "img/bee.png", "guide/img/bee.png")).toMatchObject({ path: "img/bee.png" });
    const images = new CorpusImages(folder);
    images.check("guide/a.md", [
      { image: "x/bee.png", otherwise: "guide/img/bee.png", line: 1, attributes: {} },
    ]);
    expect(images.served({ image: "x/bee.png", otherwise: "guide/img/bee.png" })).toMatchObject({
      size: { width: 40 },
    });
    expect(images.served({ image: "x/bee.png" })).toBeUndefined();
  });

  test("is not any of its name", async () => {
    write("bee.png", await picture().png().toBuffer());
    write("other/bee.png", await picture().png().toBuffer());
    expect(readImage(folder, "img/bee.png")).toMatch(/is not in the corpus folder/);
  });

  const told = (image: string) =>
    new CorpusImages(folder)
      .check("a.md", [{ image, line: 3, attributes: {} }])
      .map(({ severity }) => severity);

  test.each(["img/bee.png", "static/img/bee.png", "public/img/bee.png"])(
    "is no fault when it is at %s beside the folder",
    async (path) => {
      write(`../${path}`, await picture().png().toBuffer());
      expect(told("img/bee.png")).toEqual(["note"]);
      expect(told("img/wasp.png")).toEqual(["warning"]);
    },
  );

  test("is no fault anywhere on the way to the top of its repository, and one beyond", async () => {
    folder = join(base, "repository/docs/content");
    write("a.md", "");
    write("../../static/bee.png", await picture().png().toBuffer());
    write("../../../static/wasp.png", await picture().png().toBuffer());
    expect(told("bee.png")).toEqual(["warning"]);
    mkdirSync(join(base, "repository/.git"));
    expect(told("bee.png")).toEqual(["note"]);
    expect(told("wasp.png")).toEqual(["warning"]);
  });
});

describe("what cannot be shown", () => {
  test("is a file that is not there, a folder, or one that browsers do not show", () => {
    mkdirSync(join(folder, "folder.png"));
    write("a.tiff", "II*");
    expect(readImage(folder, "bee.png")).toMatch(/is not in the corpus folder; add it/);
    expect(readImage(folder, "folder.png")).toMatch(/is not in the corpus folder/);
    expect(readImage(folder, "a.tiff")).toMatch(/is not an image that browsers show; use one of \.png/);
    expect(readImage(folder, "a.md")).toMatch(/is not an image/);
  });

  test("is a pipe, which would be waited for without end", () => {
    execFileSync("mkfifo", [join(folder, "pipe.png")]);
    expect(readImage(folder, "pipe.png")).toMatch(/is not in the corpus folder as a file/);
  });

  test("is damaged, or something else by another name", async () => {
    write("a.png", "<html><script>steal()</script>");
    write("b.png", await picture().jpeg().toBuffer());
    write("c.svg", "drawing");
    write("d.png", "");
    for (const path of ["a.png", "b.png", "c.svg", "d.png"]) {
      expect(readImage(folder, path)).toMatch(/is damaged, or no \.(png|svg) file/);
    }
  });

  test("is outside the folder or hidden, whatever leads to it", async () => {
    writeFileSync(join(base, "secret.png"), await picture().png().toBuffer());
    write(".git/a.png", await picture().png().toBuffer());
    symlinkSync(join(base, "secret.png"), join(folder, "link.png"));
    for (const path of ["../secret.png", "link.png", ".git/a.png", "x/../.git/a.png"]) {
      expect(readImage(folder, path)).toMatch(/is hidden or outside|is not in the corpus folder/);
    }
  });

  test("is too large", () => {
    write("a.png", "");
    truncateSync(join(folder, "a.png"), maximumImageBytes + 1);
    expect(readImage(folder, "a.png")).toMatch(/is larger than 10 MB \(10000001 bytes\); make it smaller/);
  });
});
