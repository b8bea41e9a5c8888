import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { error, type Problem, warning } from "../problem.ts";

/** Finds the line of a value by the keys and indices that lead to it. */
export type Locate = (path: readonly PropertyKey[]) => number;

/** `["tags", 1]` as people write it: `tags[1]`. */
function pathName(path: readonly PropertyKey[]): string {
  return path
    .map((key, i) => (typeof key === "number" ? `[${key}]` : `${i > 0 ? "." : ""}${String(key)}`))
    .join("");
}

/**
 * Checks fields against a schema. Keys that the schema does not know are warnings; fields without a value count as
 * absent. Every issue becomes one problem on the line of its key.
 */
export function validate<Schema extends z.ZodObject>(
  path: string,
  fields: Readonly<Record<string, unknown>>,
  locate: Locate,
  schema: Schema,
): { value?: z.infer<Schema>; problems: Problem[] } {
  const known = Object.keys(schema.shape);
  const problems = Object.keys(fields)
    .filter((key) => !known.includes(key))
    .map((key) =>
      warning(path, locate([key]), `unknown key "${key}" is ignored; known keys are ${known.join(", ")}`),
    );
  const given = Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== ""),
  );
  const result = schema.safeParse(given);
  if (result.success) return { value: result.data, problems };
  const errors = result.error.issues.map((issue) =>
    error(path, locate(issue.path), `${pathName(issue.path)} ${issue.message}`),
  );
  return { problems: [...problems, ...errors] };
}

/** The line of the key itself for a top-level field, of the value for what lies deeper, or of what lacks it. */
function locateIn(document: Document, line: (offset: number) => number): Locate {
  return (path) => {
    const map = document.contents;
    if (path.length === 1 && isMap(map)) {
      const pair = map.items.find(({ key }) => isScalar(key) && String(key.value) === String(path[0]));
      if (isNode(pair?.key) && pair.key.range) return line(pair.key.range[0]);
    }
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return line(node.range[0]);
    }
    return line(0);
  };
}

/** Reads YAML that stands from line `firstLine` of the file at `path`, and checks it against a schema. */
export function readYaml<Schema extends z.ZodObject>(
  path: string,
  text: string,
  firstLine: number,
  schema: Schema,
): { value?: z.infer<Schema>; problems: Problem[] } {
  const counter = new LineCounter();
  const line = (offset: number): number => Math.max(counter.linePos(offset).line, 1) + firstLine - 1;
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const broken = (offset: number, reason: string): Problem =>
    error(
      path,
      line(offset),
      `is not valid YAML: ${reason}; put text that holds ":" or "#" in quotes and check the indentation`,
    );
  if (document.errors.length > 0) {
    return { problems: document.errors.map(({ pos, message }) => broken(pos[0], message)) };
  }
  let value: unknown;
  try {
    value = document.toJS();
  } catch (cause) {
    // An alias to nothing, or aliases that would expand without end.
    if (!(cause instanceof ReferenceError)) throw cause;
    return { problems: [broken(0, cause.message)] };
  }
  if (value === null || value === undefined) return validate(path, {}, () => firstLine, schema);
  if (!isMap(document.contents) || typeof value !== "object") {
    return {
      problems: [error(path, firstLine, 'is not a list of "key: value" lines; write one key a line')],
    };
  }
  return validate(path, Object.fromEntries(Object.entries(value)), locateIn(document, line), schema);
}
