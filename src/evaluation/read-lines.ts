import { readFileSync } from "node:fs";
import { z } from "zod";

/** Thrown for a file that is not as the contract says: the message has path, line and what is wrong. */
export class JudgedSetError extends Error {
  override name = "JudgedSetError";
}

/**
 * Reads a JSON Lines file.
 * @throws JudgedSetError for a line that is no JSON object or does not match the schema.
 */
export function readLines<T>(path: string, schema: z.ZodType<T>): T[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .flatMap((line, index) => {
      if (line.trim() === "") return [];
      let value: unknown;
      try {
        value = JSON.parse(line);
      } catch {
        throw new JudgedSetError(`${path}:${index + 1}: not a JSON object; put one object on each line`);
      }
      const parsed = schema.safeParse(value);
      if (!parsed.success) {
        throw new JudgedSetError(`${path}:${index + 1}: ${z.prettifyError(parsed.error)}`);
      }
      return [parsed.data];
    });
}
