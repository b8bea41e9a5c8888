import type { LexiconSource } from "./lexicon.ts";

/** The scripts of the known languages. `Kana` stands for Japanese, which mixes it with `Han`. */
export type Script =
  | "Arabic"
  | "Cyrillic"
  | "Devanagari"
  | "Greek"
  | "Han"
  | "Hangul"
  | "Kana"
  | "Latin"
  | "Thai";

/** What the analyser needs to know of a language. One language is one file in `languages/`. */
export interface Language {
  /** ISO 639-1 code. */
  readonly code: string;
  readonly script: Script;
  /** Letters that speak for this language among others of its script, lower case. */
  readonly letters: string;
  /** Lower case, where the language has its own. */
  lowerCase?(word: string): string;
  /** Reduces a lower-case word, its marks kept, to its stem. */
  stem(word: string): string;
  /**
   * Letters of a stem, counted in UTF-16 units, that are indexed as a term of their own, at less weight. For languages
   * whose compounds or endings are beyond a stemmer, where it was measured to help.
   */
  readonly prefixLength?: number;
  /**
   * Words that carry no content: articles, pronouns, auxiliaries, question words. Lower case, as people write them. In a
   * script without spaces, phrases to cut a run of characters at.
   */
  readonly stopWords: ReadonlySet<string>;
  /** Stop words that are months as well: May. Lower case. */
  readonly months?: ReadonlySet<string>;
  /** Stop words that people put in capitals to stress them, which makes no acronym of them: NOT. Lower case. */
  readonly stressed?: ReadonlySet<string>;
  /** Stop words of one letter that are written as a capital wherever they stand: I. Lower case. */
  readonly capitalWords?: ReadonlySet<string>;
  /**
   * Abbreviations that end with a full stop but no sentence, without the stop, lower case. Not those that mostly end one
   * when a capital follows, as `etc.` does, and no words that end sentences as well.
   */
  readonly abbreviations: ReadonlySet<string>;
  /** Numbers that a full stop makes ordinals, `3. Oktober`, unless a stop word follows: what names a thing goes on. */
  readonly ordinals?: () => RegExp;
  /** Words that ask, by what they ask for. Lower case. */
  readonly questionWords: Readonly<Partial<Record<AnswerType, readonly string[]>>>;
  /** Words right before what a question counts: how many. Lower case. */
  readonly counting?: readonly string[];
  /** What a sentence looks like that says what a question asks for, beyond what is true of every language. */
  readonly cues?: Readonly<Partial<Record<AnswerType, () => RegExp>>>;
  /** Words that tell an amount without a digit, in a language whose cues do not: drei, douze. Lower case. */
  readonly numberWords?: ReadonlySet<string>;
  /** How a sentence begins that only points elsewhere: `Read more about`. */
  readonly pointers?: () => RegExp;
  /** Words before a noun, and seldom before a name: a, this, all. */
  readonly determiners?: ReadonlySet<string>;
  /** What a text says that only tells what can be read, there or elsewhere: `in this guide`, `see Uninstalling.` */
  readonly teasers?: () => RegExp;
  /** Words of a heading or title below which stands what is beside the usual way: caveats, migration, legacy. Matches all of them. */
  readonly asides?: () => RegExp;
  /** How what leads to code ends that shows how not to do it: `This does not work:` */
  readonly counterexamples?: () => RegExp;
  /** How a sentence begins that tells whoever reads what to do: `Click`, `On the left, select`. */
  readonly orders?: () => RegExp;
  /** What a text says that decides a question for yes or no: cannot, only, must. */
  readonly verdicts?: () => RegExp;
  /** Questions after a time that something takes or is until then, and what a text says that tells it: two weeks. */
  readonly durations?: { readonly asked: () => RegExp; readonly told: () => RegExp };
  /** Questions after what a thing is for, and what a text says that tells it: used for. */
  readonly purposes?: { readonly asked: () => RegExp; readonly told: () => RegExp };
  /** Questions after how much there may be of something, and what a text says that tells it: up to. */
  readonly limits?: { readonly asked: () => RegExp; readonly told: () => RegExp };
  /** Questions after a number to call and an address to write to. */
  readonly contacts?: { readonly number: () => RegExp; readonly address: () => RegExp };
  /** How a text begins that adds to what is said before it: furthermore, you may also. */
  readonly additions?: () => RegExp;
  /** How a sentence begins that speaks of what is done with a thing rather than of the thing: `Using X is`. */
  readonly doing?: () => RegExp;
  /** Questions after what a thing is, "What is X?", among those after a thing; else all are taken for such. */
  readonly definitions?: () => RegExp;
  /** How a sentence goes on, at the beginning, that opens with a name and says what it is, `is` and `lets`; else a stop word does. */
  readonly defining?: () => RegExp;
  /**
   * How a sentence goes on after a name when it says what that is, `is a`, the articles that may stand before the name, and those of any
   * one of a kind, as patterns; in a language without them no passage is known to introduce anything.
   */
  readonly introducing?: {
    readonly indefinite: string;
    readonly articles: string;
    readonly verbs: string;
    /** How a sentence goes on after any one of a kind: `defines` of "A trait defines". */
    readonly does?: string;
    /** What opens a remark behind a name that is no part of it: "of an oven", "as defined in". */
    readonly behind: string;
    /** Words that a sentence opens with which says first, up to a comma, where it holds: "In Rust, a trait is". */
    readonly opening?: string;
    /** What goes on saying of a name what it is, behind a comma and some words: "Eloquent, a mapper that". Only where names alone have capitals. */
    readonly apposed?: string;
  };
  /** Words that ask what something means or stands for, as they are indexed: they are no part of its name. */
  readonly meaningTerms?: ReadonlySet<string>;
  /** Terms that say little beside what is asked for, so that an answer seldom has them: `enabl` of "How do I enable", `differ` of "What is the difference". */
  readonly lightTerms?: Readonly<Partial<Record<AnswerType, ReadonlySet<string>>>>;
  /** Words that point back when they begin a sentence: he, it, this. Lower case. */
  readonly pronouns?: ReadonlySet<string>;
  /** Terms of other forms of a word, as it is written, that the stemmer leaves apart: `kündig` for `gekündigt`. */
  otherForms?(word: string): readonly string[];
  /** Terms of what a verb says in one word together with a particle among the words after it, in lower case: `disabl` of "turn … off". */
  phrasalTerms?(verb: string, after: readonly string[]): readonly string[];
  /** Terms of who does what a term says, and the other way round: `founder` for `found`. */
  doerTerms?(term: string): readonly string[];
  /** Words and phrases that ask for what is newest: latest, current, now. Lower case. */
  readonly recency?: readonly string[];
  /** Words that deny: no, not, never. Lower case. */
  readonly negations?: ReadonlySet<string>;
  /** Words between two of which either will do: or. Lower case. */
  readonly alternatives?: ReadonlySet<string>;
  /** Questions after an amount among those after a thing: "What does it cost?" */
  readonly amountsAsked?: () => RegExp;
  /** Questions after how much something is so, and not after a way: "How exact is ...?" */
  readonly degrees?: () => RegExp;
  /** Words that begin a condition: if, when. Lower case. */
  readonly conditions?: ReadonlySet<string>;
  /** Words with their opposites, as people write them: each word of one list contradicts each of the other. Lower case. */
  readonly opposites?: readonly (readonly [readonly string[], readonly string[]])[];
  /** Beginnings that turn a word into its opposite: `un` in unknown. */
  readonly negativePrefixes?: readonly string[];
  /** Terms that are frequent in any text, separated by spaces, by how many of 1,000 passages of 120 words hold each. */
  readonly frequentTerms?: Readonly<Record<number, string>>;
  /**
   * The words of the language as `Lexicon` takes them, read when a question first has a word that the corpus lacks: what the
   * language knows is no typing mistake. No file in `languages/` has it: whoever opens a language adds how to read it, which in a
   * Worker are static files, too large to be a part of its code.
   */
  readonly lexicon?: LexiconSource;
  /** Whether all nouns have a capital, so that it makes no name of one. */
  readonly capitalNouns?: boolean;
  /** Words that ask for yes or no when they begin a text: is, has, can. Lower case. */
  readonly openingVerbs?: ReadonlySet<string>;
  /** Words that ask somebody to say something: tell, explain. "Can you tell me when ...?" asks when. Lower case. */
  readonly requests?: ReadonlySet<string>;
  /** Questions after who holds an office or made a thing, "Who is the director of ...?", and what such people are called. Matches all of them. */
  readonly offices?: { readonly asked: () => RegExp; readonly held: () => RegExp };
  /**
   * Questions after an amount that ask for a price; what a text says that tells one; and words for prices, beside which a number in any
   * currency tells one.
   */
  readonly prices?: {
    readonly asked: () => RegExp;
    readonly told: () => RegExp;
    readonly named: () => RegExp;
  };
  /** Words and phrases of what is to be done: "When should I ...?" asks for a condition. Lower case. */
  readonly obligations?: readonly string[];
}

/** What a question asks for. */
export type AnswerType = "person" | "time" | "place" | "quantity" | "reason" | "manner" | "thing";
