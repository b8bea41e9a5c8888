/**
 * Something that is made when it is first asked for: a new isolate waits for all that it makes before its first answer, and
 * few questions need all of it.
 *
 * @param make what it throws is thrown to whoever asked, and it is called again
 */
export function lazy<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
