/** One way to open the dialog by keyboard. */
interface Shortcut {
  readonly key: string;
  /** Whether it takes the platform's command key: ⌘ on Apple's, Ctrl elsewhere. */
  readonly mod: boolean;
}

const isApple = (): boolean => /^(?:Mac|iP)/.test(navigator.platform);

/** Reads shortcuts such as `mod+k /`; `off` or nothing is none. */
export function readShortcuts(text: string): Shortcut[] {
  if (text === "" || text === "off") return [];
  return text
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((one) => one !== "")
    .map((one) => ({ key: one.replace(/^mod\+/, ""), mod: one.startsWith("mod+") }));
}

/** What a button shows of its shortcuts, the first, and how `aria-keyshortcuts` has them all. */
export const shortcutsLabel = (shortcuts: readonly Shortcut[]): { shown: string; spoken: string } => ({
  shown: shortcuts.slice(0, 1).map(shortcutLabel).join(""),
  spoken: shortcuts.map(spokenShortcut).join(" "),
});

/** A shortcut as keyboards of this platform have it: `⌘K`, `Ctrl K`. */
function shortcutLabel({ key, mod }: Shortcut): string {
  const name = key.toUpperCase();
  if (!mod) return name;
  return isApple() ? `⌘${name}` : `Ctrl ${name}`;
}

/** A shortcut for `aria-keyshortcuts`. */
const spokenShortcut = ({ key, mod }: Shortcut): string =>
  mod ? `${isApple() ? "Meta" : "Control"}+${key.toUpperCase()}` : key;

/** Whether a key press is one of the shortcuts, on any layout. One without a command key is left to where somebody writes. */
export function isShortcut(event: KeyboardEvent, shortcuts: readonly Shortcut[]): boolean {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey, defaultPrevented, isComposing } = event;
  if (defaultPrevented || altKey || isComposing) return false;
  return shortcuts.some((shortcut) => {
    if (!shortcut.mod) return !ctrlKey && !metaKey && key.toLowerCase() === shortcut.key && !isEditing(event);
    if (shiftKey || (isApple() ? !metaKey || ctrlKey : !ctrlKey || metaKey)) return false;
    // Where the letter is not Latin, its place on the keyboard is meant.
    return /^[a-z]$/i.test(key)
      ? key.toLowerCase() === shortcut.key
      : code === `Key${shortcut.key.toUpperCase()}`;
  });
}

/** Whether a key press goes into something editable. A closed shadow tree does not tell, so its host counts if it has the focus. */
function isEditing(event: Event): boolean {
  const target = event.composedPath()[0];
  if (!(target instanceof HTMLElement)) return false;
  const isCustom = target.localName.includes("-") && target.shadowRoot === null;
  return (
    target.isContentEditable ||
    isCustom ||
    ("editContext" in target && target.editContext !== null && target.editContext !== undefined) ||
    target.closest("input,textarea,select,[role=textbox],[role=searchbox],[role=combobox]") !== null
  );
}
