/**
 * Tells Stryker which texts it need not change: what people read when something is wrong, and what tools are called. A test that
 * held each of them word by word would say nothing of what the service does. That there is a message is for the tests to hold, so
 * that a text is left alone and nothing else of the call it is in.
 */

/** The part of Babel's paths that is used. */
interface NodePath {
  readonly node: Node;
  readonly parentPath: NodePath | null;
}

interface Node {
  readonly type: string;
  readonly callee?: {
    readonly type: string;
    readonly name?: string;
    readonly property?: { readonly name?: string };
  };
  readonly key?: { readonly name?: string };
  readonly id?: { readonly name?: string };
}

/** Errors whose first text is for people. */
const errors = /^(?:Problem|Configuration|IndexUnavailable)?Error$/;
/** Members whose value is for people. */
const members = /^(?:title|description|detail|message|error)$/;
/** Constants that hold such a text. */
const constants = /(?:[mM]essage|Notice|instructions)$/;

const isText = ({ type }: Node): boolean => type === "StringLiteral" || type === "TemplateLiteral";

function isMessage({ node, parentPath }: NodePath): boolean {
  if (!isText(node) || parentPath === null) return false;
  const parent = parentPath.node;
  if (parent.type === "NewExpression") return errors.test(parent.callee?.name ?? "");
  if (parent.type === "ObjectProperty") return members.test(parent.key?.name ?? "");
  if (parent.type === "VariableDeclarator") return constants.test(parent.id?.name ?? "");
  // A text that is put together of several, or chosen.
  return parent.type === "BinaryExpression" && isMessage({ node, parentPath: parentPath.parentPath });
}

export const strykerPlugins = [
  {
    kind: "Ignore",
    name: "messages",
    value: {
      shouldIgnore: (path: NodePath): string | undefined =>
        isMessage(path) ? "a message for people" : undefined,
    },
  },
];
