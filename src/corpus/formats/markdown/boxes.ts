/** Boxes that set a text apart, by the names that generators give them, without `-`, `_` and capitals. */
const admonitions = new Set(
  `note tip hint info important warning caution danger attention error success question example quote abstract summary
  todo bug failure aside callout admonition alert message notice banner infobox pitfall gotcha recipe seealso see-also
  tldr remark security deprecated experimental canary rsc intro youwilllearn wip blockquote highlightbox panel featured
  correct incorrect learnmore keypoints prerequisites note-box`
    .split(/\s+/)
    .map(plainName),
);

/** Boxes that open when their title is pressed. */
const foldable = new Set(
  "details accordion accordionitem collapsible collapse expand expandable expander toggle toggleheading spoiler dropdown faq faqitem deepdive challenges hints hint-box solution disclosure"
    .split(" ")
    .map(plainName),
);

/** Boxes that lay texts out beside or after each other. */
const layouts = new Set(
  `tabs tab tabitem tabgroup tabset tabpane tabbed codetabs codegroup codetab packagemanagertabs steps step cards card
  cardgroup cardgrid linkcard linkbutton columns column grid frame fullwidth section div block content box wrapper
  filetree sandpack codestep codeblock figure caption raw vpre center readmore more fade panes pane table tablewrapper
  illustrationblock include only version versioned apionly compositionapi optionsapi badge team member`
    .split(/\s+/)
    .map(plainName),
);

/** A name without what writers of names differ in. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[-_.]/g, "");
}

/** Whether a tag of this name is a box with text in it. */
export function isBox(name: string): boolean {
  const plain = plainName(name);
  return admonitions.has(plain) || foldable.has(plain) || layouts.has(plain);
}

/** Whether a tag of this name is a note, a warning or the like. */
export function isAdmonition(name: string): boolean {
  return admonitions.has(plainName(name));
}

/** Whether a tag of this name is a box that its reader opens. */
export function isFoldable(name: string): boolean {
  return foldable.has(plainName(name));
}

/** Boxes that are written as fences of code, by the first word behind the marks: of javascript.info, mdBook's admonish and others. */
const fenced = /^(?:smart|warn|admonish|note|tip|warning|info|caution|danger|important)$/;

/** The box that a fence is, by what stands behind its marks, with its title; undefined for code. */
export function fencedBox(
  name: string,
  meta: string,
): { readonly name: string; readonly title: string } | undefined {
  if (!fenced.test(name)) return undefined;
  const title = /(?:\b(?:header|title)=)?"((?:[^"\\\n]|\\.)*)"/.exec(meta)?.[1] ?? "";
  const kind = name === "admonish" ? (/^\w+/.exec(meta)?.[0] ?? "note") : name;
  return { name: isAdmonition(kind) ? kind : "note", title: title.replaceAll('\\"', '"') };
}
