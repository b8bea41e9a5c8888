import { InvalidArgumentError } from "commander";

/** Reads an option as the address of a site. */
export function address(text: string): string {
  if (/^https?:\/\//i.test(text) && URL.canParse(text)) return text.replace(/\/+$/, "");
  throw new InvalidArgumentError("Give an address such as https://docs.example.org.");
}
