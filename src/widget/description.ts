import type { AttributeName } from "./attribute-names.ts";

/** One thing that a page can set, call, hear or style. */
export interface Entry {
  readonly name: string;
  readonly description: string;
}

/** What each attribute does. */
const attributes: Readonly<Record<AttributeName, string>> = {
  endpoint:
    "Address of the service, which may be below a path. By default that of the script; code in a bundle needs it.",
  src: "Folder of a static build, such as /footnote/: no service is asked then.",
  mode: "dialog: a button that opens a dialog. Otherwise a field in the page.",
  shortcut:
    "Keys that open the dialog: mod+k by default, which is ⌘K or Ctrl+K; several with spaces, such as “mod+k /”; off for none.",
  placeholder: "What the field says while it is empty.",
  lang: "Language of what it says; that of the page, else of the browser, by default.",
  theme: "light or dark. By default it follows what stands behind it in the page.",
  limit: "How many passages to show, 1 to 20.",
  filters: "Parameters that narrow the search, such as tag=docs&lang=en.",
  history:
    'Puts questions into the page\'s address and history: as ?ask=, or under a name of your own, history="faq".',
  target: "Where links open, such as _blank. Inside a frame, _blank is the default.",
  "no-answer-url":
    "Where a reader without an answer can ask on, such as mailto: or a form; {question} is filled in.",
  webmcp:
    "Lets the agent of the reader's browser ask, where it has one (document.modelContext): the name of its tool, ask by default.",
  recent: "off: this reader's last questions are not kept in the browser.",
};

/** When each event comes, and its details. */
const events = {
  "footnote-ready": "The widget is in the page.",
  "footnote-ask": "A question is about to be asked: question. Cancelable.",
  "footnote-answer": "An answer or a refusal is shown: question, answer.",
  "footnote-select": "A link is about to be followed: url, kind. Cancel it to go there by your own router.",
  "footnote-copy": "A text was copied: text.",
  "footnote-vote": "The reader is about to vote: question, helpful. Cancelable.",
  "footnote-error": "Something went wrong: question, problem.",
  "footnote-open": "The dialog is about to open. Cancelable.",
  "footnote-close": "The dialog was closed.",
} as const satisfies Readonly<Record<string, string>>;

/** Name of an event that is described: an event without its line here cannot be sent. */
export type DescribedEventName = keyof typeof events;

/** The entries of a table: of each attribute and event, since types hold such a table against the code. */
const entriesOf = (described: Readonly<Record<string, string>>): Entry[] =>
  Object.entries(described).map(([name, description]) => ({ name, description }));

/** What a page can do with `<footnote-ask>`: for /embed/, for custom-elements.json, and for whoever reads the code. */
export const description = {
  attributes: entriesOf(attributes),
  properties: [
    { name: "labels", description: "Labels that replace the widget's own, by name." },
    { name: "isOpen", description: "Whether the dialog is open." },
  ],
  methods: [
    { name: "ask(question)", description: "Asks as if the reader had. Resolves when the outcome is shown." },
    { name: "open()", description: "Opens the dialog, or moves the focus into the field." },
    { name: "close()", description: "Closes the dialog." },
    { name: "clear()", description: "Clears question and answer." },
  ],
  events: entriesOf(events),
  slots: [
    { name: "header", description: "Above the field." },
    { name: "empty", description: "Below the field while nothing is asked." },
    { name: "footer", description: "Below everything." },
  ],
  cssProperties: [
    { name: "--footnote-accent", description: "Numbers, links, the button." },
    { name: "--footnote-background", description: "The answer, the field, lists and the dialog." },
    { name: "--footnote-text", description: "Text." },
    { name: "--footnote-muted", description: "What is less important." },
    { name: "--footnote-border", description: "Lines." },
    { name: "--footnote-control-border", description: "The border of the field and of buttons." },
    { name: "--footnote-match", description: "The mark on the sentence that answers." },
    { name: "--footnote-radius", description: "Roundness of corners." },
    { name: "--footnote-size", description: "Size of the text; that of the page by default, 16px at least." },
    { name: "--footnote-font", description: "Font; the page's by default." },
    { name: "--footnote-quote-font", description: "Font of quotes." },
    { name: "--footnote-code-font", description: "Font of code." },
  ],
  cssParts: [
    { name: "form, input, submit", description: "The field." },
    { name: "suggestions, group, suggestion, hints", description: "What is offered while typing." },
    { name: "answer, source-group, quote, lead, focus, citation, attribution", description: "The answer." },
    { name: "code, language, table, list, text", description: "What quotes and passages are made of." },
    { name: "actions, copy, share, feedback, vote", description: "What can be done with an answer." },
    { name: "no-answer, refusal, asked, related, question, contact", description: "When there is none." },
    {
      name: "passages, article, title, passage, trail, excerpt, proof, match, more",
      description: "The passages.",
    },
    {
      name: "problem, detail, retry, loading, guess, thread, another",
      description: "Everything else in the results.",
    },
    { name: "button, dialog, close", description: "The dialog." },
  ],
  states: [
    { name: "asked", description: "Something was asked and is not cleared: footnote-ask:state(asked)." },
  ],
} as const satisfies Readonly<Record<string, readonly Entry[]>>;

/**
 * The element as a custom elements manifest (https://github.com/webcomponents/custom-elements-manifest), which editors read.
 */
export function customElementsManifest(): object {
  const fields = description.properties.map((property) => ({ kind: "field", ...property }));
  const methods = description.methods.map(({ name, description: about }) => ({
    kind: "method",
    name: name.replace(/\(.*/, ""),
    description: about,
  }));
  return {
    schemaVersion: "2.1.0",
    modules: [
      {
        kind: "javascript-module",
        path: "index.js",
        declarations: [
          {
            kind: "class",
            customElement: true,
            tagName: "footnote-ask",
            name: "FootnoteAsk",
            description: "A field that answers questions with quotes from articles.",
            superclass: { name: "HTMLElement" },
            attributes: description.attributes,
            members: [...fields, ...methods],
            events: description.events.map((event) => ({ ...event, type: { text: "CustomEvent" } })),
            slots: description.slots,
            cssProperties: description.cssProperties,
            cssParts: description.cssParts.flatMap(({ name, description: about }) =>
              name.split(", ").map((part) => ({ name: part, description: about })),
            ),
            cssStates: description.states,
          },
        ],
        exports: [
          { kind: "js", name: "FootnoteAsk", declaration: { name: "FootnoteAsk", module: "index.js" } },
        ],
      },
    ],
  };
}
