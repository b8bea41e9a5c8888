/** One thing that a page can set, call, hear or style. */
export interface Entry {
  readonly name: string;
  readonly description: string;
}

/** What a page can do with `<footnote-ask>`: for /embed/, for custom-elements.json, and for whoever reads the code. */
export const description = {
  attributes: [
    {
      name: "endpoint",
      description:
        "Address of the service, which may be below a path. By default that of the script; code in a bundle needs it.",
    },
    { name: "src", description: "Folder of a static build, such as /footnote/: no service is asked then." },
    { name: "mode", description: "dialog: a button that opens a dialog. Otherwise a field in the page." },
    {
      name: "shortcut",
      description:
        "Keys that open the dialog: mod+k by default, which is ⌘K or Ctrl+K; several with spaces, such as “mod+k /”; off for none.",
    },
    { name: "placeholder", description: "What the field says while it is empty." },
    {
      name: "lang",
      description: "Language of what it says; that of the page, else of the browser, by default.",
    },
    { name: "theme", description: "light or dark. By default it follows what stands behind it in the page." },
    { name: "limit", description: "How many passages to show, 1 to 20." },
    { name: "filters", description: "Parameters that narrow the search, such as tag=docs&lang=en." },
    {
      name: "history",
      description:
        'Puts questions into the page\'s address and history: as ?ask=, or under a name of your own, history="faq".',
    },
    {
      name: "target",
      description: "Where links open, such as _blank. Inside a frame, _blank is the default.",
    },
    {
      name: "no-answer-url",
      description:
        "Where a reader without an answer can ask on, such as mailto: or a form; {question} is filled in.",
    },
    { name: "recent", description: "off: this reader's last questions are not kept in the browser." },
  ],
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
  events: [
    { name: "footnote-ready", description: "The widget is in the page." },
    { name: "footnote-ask", description: "A question is about to be asked: question. Cancelable." },
    { name: "footnote-answer", description: "An answer or a refusal is shown: question, answer." },
    {
      name: "footnote-select",
      description: "A link is about to be followed: url, kind. Cancel it to go there by your own router.",
    },
    { name: "footnote-copy", description: "A text was copied: text." },
    { name: "footnote-vote", description: "The reader is about to vote: question, helpful. Cancelable." },
    { name: "footnote-error", description: "Something went wrong: question, problem." },
    { name: "footnote-open", description: "The dialog is about to open. Cancelable." },
    { name: "footnote-close", description: "The dialog was closed." },
  ],
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
