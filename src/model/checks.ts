/**
 * Checks of input from outside, for what runs before an answer: a validator of schemas is a sixth of all that a new isolate
 * reads then, and a third of what a page does. The schemas of `request.ts` and of `src/api/parameters.ts` describe the same
 * input to others; tests/api/inputs.property.test.ts holds both to the same verdicts and messages.
 */

/** What is wrong with a field: the names that lead to it, none for the input itself, and what its sender reads. */
interface FieldFault {
  readonly path: readonly string[];
  readonly message: string;
}

/** What a check returns in the place of a value. */
export class Faults {
  readonly list: readonly FieldFault[];

  constructor(list: readonly FieldFault[]) {
    this.list = list;
  }
}

/** All faults in one text, each with the name of its field. */
export const describeFaults = ({ list }: Faults): string =>
  list.map(({ path, message }) => `${fieldName(path)}: ${message}`).join("; ");

/** What a field is called to who sent it. */
export const fieldName = (path: readonly string[]): string => path.join(".") || "body";

/** Returns the value in the form in which it is used, or what is wrong with it. */
export type Check<Value> = (given: unknown) => Value | Faults;

/** Names of the fields that may be absent. */
type Optional<Fields> = {
  [Name in keyof Fields]: Fields[Name] extends Check<infer Value>
    ? undefined extends Value
      ? Name
      : never
    : never;
}[keyof Fields];
type ValueOf<Field> = Field extends Check<infer Value> ? Value : never;
/** What a record of such fields holds. */
type Values<Fields> = {
  [Name in Exclude<keyof Fields, Optional<Fields>>]: ValueOf<Fields[Name]>;
} & { [Name in Optional<Fields>]?: ValueOf<Fields[Name]> };

const fault = (message: string): Faults => new Faults([{ path: [], message }]);

/** The faults of a value, seen from what holds it. */
const below = (name: string, { list }: Faults): FieldFault[] =>
  list.map(({ path, message }) => ({ path: [name, ...path], message }));

function wrongType(expected: string, given: unknown): Faults {
  if (given === undefined) return fault("is required");
  const received = given === null ? "null" : Array.isArray(given) ? "array" : typeof given;
  return fault(`Invalid input: expected ${expected}, received ${received}`);
}

const tooSmall = (kind: string, least: number | string): Faults =>
  fault(`Too small: expected ${kind} >=${least}`);
const tooBig = (kind: string, most: number | string): Faults => fault(`Too big: expected ${kind} <=${most}`);

/** What a text must be. Lengths are in UTF-16 units, of the text in the form in which it is used. */
interface TextRule {
  readonly form?: (text: string) => string;
  readonly least?: number;
  readonly most?: number;
  readonly pattern?: RegExp;
  /** The message when it is too short, or is not of the pattern. */
  readonly wanted?: string;
}

/** A text that keeps a rule. */
export const text =
  ({
    form = (text) => text,
    least = 0,
    most = Number.POSITIVE_INFINITY,
    pattern,
    wanted,
  }: TextRule): Check<string> =>
  (given) => {
    if (typeof given !== "string") return wrongType("string", given);
    const value = form(given);
    if (value.length < least) {
      return wanted === undefined ? tooSmall("string to have", `${least} characters`) : fault(wanted);
    }
    if (value.length > most) return tooBig("string to have", `${most} characters`);
    return pattern?.test(value) === false ? fault(wanted ?? "") : value;
  };

/** A whole number in a range, both ends of which belong to it. */
export const whole =
  (least: number, most: number): Check<number> =>
  (given) => {
    if (given === undefined) return fault("is required");
    if (typeof given !== "number" || !Number.isInteger(given)) return fault("must be a whole number");
    if (given < least) return tooSmall("number to be", least);
    return given > most ? tooBig("number to be", most) : given;
  };

/** `true` or `false`. */
export const truth: Check<boolean> = (given) =>
  typeof given === "boolean" ? given : wrongType("boolean", given);

/** What may be absent. */
export const optional =
  <Value>(check: Check<Value>): Check<Value | undefined> =>
  (given) =>
    given === undefined ? undefined : check(given);

/** What has a value of its own when it is absent. */
export const otherwise =
  <Value>(check: Check<Value>, value: Value): Check<Value> =>
  (given) =>
    given === undefined ? value : check(given);

/** A list of at least one item. */
export const list =
  <Value>(item: Check<Value>, most: number, wanted: string): Check<Value[]> =>
  (given) => {
    if (!Array.isArray(given)) return wrongType("array", given);
    if (given.length === 0) return fault(wanted);
    if (given.length > most) return tooBig("array to have", `${most} items`);
    const values: Value[] = [];
    const faults: FieldFault[] = [];
    for (const [index, each] of given.entries()) {
      const value = item(each);
      if (value instanceof Faults) faults.push(...below(String(index), value));
      else values.push(value);
    }
    return faults.length > 0 ? new Faults(faults) : values;
  };

/** An object of these fields and no others: a typo must not look like a filter that worked. */
export const record =
  <Fields extends Readonly<Record<string, Check<unknown>>>>(fields: Fields): Check<Values<Fields>> =>
  (given) => {
    if (typeof given !== "object" || given === null || Array.isArray(given))
      return wrongType("object", given);
    const own: Readonly<Record<string, unknown>> = { ...given };
    const values: [string, unknown][] = [];
    const faults: FieldFault[] = [];
    for (const [name, check] of Object.entries(fields)) {
      const value = check(own[name]);
      if (value instanceof Faults) faults.push(...below(name, value));
      else if (value !== undefined) values.push([name, value]);
    }
    for (const name of Object.keys(given)) {
      if (!Object.hasOwn(fields, name))
        faults.push({ path: [name], message: "is not known here; leave it out" });
    }
    return faults.length > 0 ? new Faults(faults) : (Object.fromEntries(values) as Values<Fields>);
  };
