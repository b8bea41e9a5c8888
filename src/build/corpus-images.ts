import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isBesideCorpus } from "../corpus/image-places.ts";
import { type CorpusImage, readImage } from "../corpus/images.ts";
import { note, type Problem, warning } from "../corpus/problem.ts";
import type { ImagePlaceholder, PageContent, ServedImage } from "../site/page-content.ts";
import type { OutputFolder } from "./output.ts";

/** Content-addressed path of an image below the assets folder. */
const imageFile = ({ hash, extension }: CorpusImage): string =>
  `static/images/${hash.slice(0, 32)}${extension}`;

const beside =
  "shows an image that is beside the corpus folder, from which nothing is published; the service's own page goes without it";

/** An image by the paths that it may have. */
const keyOf = ({ image, otherwise }: Pick<ImagePlaceholder, "image" | "otherwise">): string =>
  JSON.stringify([image, otherwise]);

/** The images that a corpus shows. Each is checked once, and none is kept in memory. */
export class CorpusImages {
  readonly #directory: string;
  readonly #read = new Map<string, CorpusImage | string>();

  constructor(directory: string) {
    this.#directory = directory;
  }

  /** Checks the images of an article. @returns a problem for each that cannot be shown */
  check(article: string, content: PageContent): Problem[] {
    return content.flatMap((part) => {
      if (typeof part === "string") return [];
      const key = keyOf(part);
      const known = this.#read.get(key) ?? readImage(this.#directory, part.image, part.otherwise);
      this.#read.set(key, known);
      if (typeof known !== "string") return [];
      if (isBesideCorpus(this.#directory, part.image)) return [note(article, part.line, beside, part.image)];
      return [warning(article, part.line, `shows an image that ${known}`, part.image)];
    });
  }

  /** URL and size of an image that `check` found good; undefined otherwise. */
  readonly served = (place: Pick<ImagePlaceholder, "image" | "otherwise">): ServedImage | undefined => {
    const image = this.#read.get(keyOf(place));
    if (image === undefined || typeof image === "string") return undefined;
    return { address: `/${imageFile(image)}`, size: image.size };
  };

  /** How many there are. */
  get count(): number {
    return this.#read.size;
  }

  /** Writes all images that can be shown. */
  publish(assets: OutputFolder): void {
    for (const image of this.#read.values()) {
      if (typeof image === "string") continue;
      assets.write(imageFile(image), readFileSync(join(this.#directory, image.path)));
    }
  }
}
