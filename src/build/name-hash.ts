import { createHash } from "node:crypto";

/** Hexadecimal digits of a hash in a file's name: enough that two contents of one name differ in it. */
const digits = 10;

/** What tells a file's content in its name or address: the first digits of its SHA-256. */
export const nameHash = (content: Uint8Array): string =>
  createHash("sha256").update(content).digest("hex").slice(0, digits);
