import type { QuestionField } from "./field.ts";
import type { Kit } from "./kit.ts";
import type { Labels } from "./labels/labels.ts";
import type { AnswerSource } from "./session/source.ts";
import type { Settings } from "./settings.ts";

/**
 * What a session sees of the element around it. Small on purpose: a cached page may have the element of one build and the session
 * of the next.
 */
export interface Shell {
  readonly host: HTMLElement;
  readonly field: QuestionField;
  /** What the scripts of the widget have in common. */
  readonly kit: Kit;
  readonly settings: Settings;
  /** Primary subtag of the language that the widget speaks. */
  readonly lang: string;
  /** Labels of the page, which replace the widget's own. */
  readonly ownLabels: Partial<Labels>;
  /** Folder that the widget's script came from; empty in somebody's bundle. */
  readonly home: string;
  /** The head of a static build, asked for while the session loaded; elements of earlier builds ask for nothing. */
  readonly head?: Promise<Response> | undefined;
  /** Whether the dialog is open. */
  readonly isOpen: boolean;
  /** Whether the page's address holds the question of this widget. */
  readonly ownsAddress: boolean;
  /** Opens the dialog, if there is one. */
  open(): void;
  /** Closes it. */
  close(): void;
  /** Tells the reader and the page that a script of the widget could not be loaded. */
  fail(question: string): void;
  /** Says everything around the field in the words of a language. */
  say(labels: Labels): void;
  /** Tells the page by a custom state whether something was asked. */
  setAsked(isAsked: boolean): void;
}

/** What a reader does with a widget, once he has come to it: it is loaded then. */
export interface Session {
  /** Asks, and resolves when the outcome is shown. @param isTyped whether the reader has typed or chosen the question */
  ask(question: string, isTyped: boolean): Promise<void>;
  /** Where answers come from. */
  source(): AnswerSource;
  clear(): void;
  /** Closes what is open over the page. */
  closeLists(): void;
  /** Ends what is under way: the widget left the page. */
  stop(): void;
  /** Follows a change of attributes or labels. @param isOtherSource whether answers come from elsewhere now */
  follow(isOtherSource: boolean): void;
  /** Asks what the page's address says. */
  followAddress(): void;
  /** Asks again what could not be asked offline. */
  retryOffline(): void;
}
