/**
 * A lazily created value: a new isolate creates everything else before its first answer, and few questions need all of it.
 *
 * @param make creates the value; if it throws, the caller gets the error and the next call tries again
 */
export function lazy<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
