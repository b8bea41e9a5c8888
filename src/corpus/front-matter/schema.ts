import { z } from "zod";

/** A line of text: white space runs become one space. */
export const line = z
  .string({ error: "must be text; if it looks like a number or a list, put it in quotes" })
  .transform((text) => text.replace(/\s+/g, " ").trim().normalize("NFC"));

/** BCP 47 language tag; its primary subtag is kept, in lower case. */
export const lang = z
  .string({ error: "must be a language code such as en" })
  .regex(/^[a-z]{2,3}(?:[-_][a-z0-9]+)*$/i, "must be a language code such as en or pt-BR")
  .transform((tag) => tag.toLowerCase().replace(/[-_].*$/, ""));

/** Absolute http or https URL. */
export function isWebUrl(text: string): boolean {
  const protocol = URL.parse(text)?.protocol;
  return protocol === "http:" || protocol === "https:";
}

/** True for `/a/b`, but not for `//host` or what a browser would read as that. */
export function isAbsolutePath(text: string): boolean {
  const base = "http://corpus.invalid";
  return text.startsWith("/") && URL.parse(text, base)?.origin === base;
}

/** Absolute http or https URL. */
export const webUrl = z
  .string({ error: "must be text" })
  .refine(isWebUrl, "must be a URL that starts with https:// or http://");
