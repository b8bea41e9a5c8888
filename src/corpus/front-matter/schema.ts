import { z } from "zod";

/** A line of text: white space runs become one space. */
export const line = z
  .string({ error: "must be text; if it looks like a number or a list, put it in quotes" })
  .transform((text) => text.replace(/\s+/g, " ").trim().normalize("NFC"));

/** A list of lines; a single line counts as a list of one. Empty lines are dropped. */
export const lines = z
  .union([line.transform((one) => [one]), z.array(line)], { error: "must be text or a list of texts" })
  .transform((all) => all.filter((one) => one !== ""));

/** ISO 8601 calendar date, or date and time, that exists. Kept as written. */
export const date = z.union([z.iso.date(), z.iso.datetime({ offset: true, local: true })], {
  error: ({ input }) =>
    `is not a date that exists: ${JSON.stringify(input)}; write YYYY-MM-DD, or a date and time such as 2026-02-28T09:30:00Z`,
});

/** BCP 47 language tag, of which the primary subtag is kept, lower case. */
export const lang = z
  .string({ error: "must be a language code such as en" })
  .regex(/^[a-z]{2,3}(?:[-_][a-z0-9]+)*$/i, "must be a language code such as en or pt-BR")
  .transform((tag) => tag.toLowerCase().replace(/[-_].*$/, ""));

function isWebUrl(text: string): boolean {
  const protocol = URL.parse(text)?.protocol;
  return protocol === "http:" || protocol === "https:";
}

/** True for `/a/b`, but not for `//host` or what a browser would read as that. */
function isAbsolutePath(text: string): boolean {
  const base = "http://corpus.invalid";
  return text.startsWith("/") && URL.parse(text, base)?.origin === base;
}

/** Absolute http or https URL. */
export const webUrl = z
  .string({ error: "must be text" })
  .refine(isWebUrl, "must be a URL that starts with https:// or http://");

/** Absolute http or https URL, or a path from the root of the site. */
export const pageUrl = z
  .string({ error: "must be text" })
  .refine((text) => isWebUrl(text) || isAbsolutePath(text), "must start with https://, http:// or /");
