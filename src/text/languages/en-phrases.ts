import { lazyRegExp } from "../../shared/lazy-reg-exp.ts";

/** What only tells what can be read, there or elsewhere: it answers nothing. */
export const teasers = lazyRegExp(
  [
    String.raw`\bguide (?:to|for|on)\b`,
    String.raw`\bin this (?:guide|section|page|tutorial|chapter|article|document)\b`,
    String.raw`\blearn (?:how|more|about)\b`,
    String.raw`^\W*(?:an?|this|the|our) (?:\p{L}+ )?(?:introduction|overview|tour|walkthrough|tutorial|primer) (?:to|of|on|for)\b`,
    String.raw`\b(?:this|the following|the next) (?:page|guide|section|document|chapter|tutorial|article|part) (?:describes|explains|covers|shows|will|is|provides|lists|walks|goes)\b`,
    // Whoever is told to read is told so by a verb that begins the clause: "People read by a lamp" tells something, "to see who was there" too.
    String.raw`(?<=^\W*|[,;:(–—-]\s*|\b(?:please|also|then|instead) )(?:see|refer to|check out|read|consult|visit) (?!who\b|what\b|if\b)(?:the |our |also )?["“]?[\p{L}\p{N}][\p{L}\p{N}\s.,'’"”-]{1,60}(?:\.$|for (?:more|details|an?|further|information))`,
    String.raw`\b(?:to|and|or|can|should) (?:see|refer to|check out|read|consult|visit) [\p{L}\p{N}\s.,'’"“”-]{1,60}(?:for (?:more|details|an?|further|information)|(?:guide|page|section|chapter|article|tutorial|docs|reference|below)\.?$)`,
  ].join("|"),
  "iu",
);

/** Headings of what is beside the usual way. */
export const asides = lazyRegExp(
  String.raw`\b(?:caveats?|pitfalls?|limitations?|troubleshooting|known issues|migrat\p{L}*|upgrad\p{L}*|changes|changelog|deprecat\p{L}*|legacy|advanced|removed|breaking|differences?|alternatives?|unmanaged|custom\p{L}*|manual(?:ly)?|without|old|previous|recap|challenges|exercises?|next steps|see also|further reading|internals?|contribut\p{L}*)\b`,
  "giu",
);

/** What decides a question for yes or no. */
export const verdicts = lazyRegExp(
  String.raw`\b(?:always|never|can(?:no|['’]?)t|do(?:es)? not|do(?:es)?n['’]t|must|may|should|only|not|no|yes|allowed|required|need|prohibited|able)\b`,
  "iu",
);

const units = "(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)";

/** What a thing is for. */
export const purposes = {
  asked: lazyRegExp(
    String.raw`\bwhat\b.{1,80}\b(?:used?|good|useful|meant|there) for\b|\bwhat (?:do|does|did|can|would)\b.{1,40}\buse\b.{1,60}\bfor\b|\bpurpose of\b`,
    "iu",
  ),
  told: lazyRegExp(
    String.raw`\bus(?:e[sd]?|ing|eful)\b[^.]{0,80}\b(?:for|to|as)\b|\bpurpose\b|\b(?:lets|allows|enables|helps)\b`,
    "iu",
  ),
};

/** How much there may be of something. */
export const limits = {
  asked: lazyRegExp(
    String.raw`\bhow (?:many|much|long|large|big|small|old|high|far|wide|often)\b.{0,80}\b(?:can|may|could|maximum|allowed)\b`,
    "iu",
  ),
  told: lazyRegExp(
    String.raw`\b(?:limit(?:s|ed)?|maximum|at most|up to|(?:no|not) more than|exceed(?:s|ing)?)\b`,
    "iu",
  ),
};

/** How long something takes or is until then. */
export const durations = {
  asked: lazyRegExp(
    String.raw`\b(?:how (?:long|soon|often|early|late)|when|how many (?:business |working |calendar )?${units})\b`,
    "iu",
  ),
  told: lazyRegExp(
    String.raw`\b(?:\p{Nd}+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|a few|several)[\s-]+(?:(?:to|or|and|[-–]) ?\p{Nd}+ )?(?:business |working |calendar |unpaid |paid )?${units}\b`,
    "iu",
  ),
};

const contactOf = (name: string) =>
  lazyRegExp(
    String.raw`^\W*(?:what|which)\b.*(?<!\ban? )\b${name}(?=\s*(?:$|[?.!]|(?:of|for|to|do|can|should)\s))`,
    "iu",
  );

/** How somebody is reached. */
export const contacts = {
  number: contactOf("(?:(?:tele)?phone|fax|mobile|hotline) number"),
  address: contactOf("e-?mail address"),
};

/** What adds to what is said before. */
export const additions = lazyRegExp(
  String.raw`^\W*(?:in addition|additionally|furthermore|moreover|besides|alternatively|also|likewise|similarly|finally|lastly|sometimes|occasionally|optionally|you (?:may|can|might|could) also)\b`,
  "iu",
);

/** What is done with a thing. */
export const doing = lazyRegExp(String.raw`^\W*\p{L}{2,}ing\b`, "iu");

const holders = String.raw`(?:directors?|chief \p{L}+ officer|chief executive|officer|[cv][efot]o|presidents?|minister|chancellor|governor|mayor|king|queen|chair(?:man|woman|person)?|(?:co-?)?founders?|creators?|inventors?|authors?|editor|owner|head|leader|commissioner|secretary|principal|spokes(?:man|woman|person)|maintainer)`;

/** Who holds an office or made a thing: one person, who has a name. */
export const offices = {
  asked: lazyRegExp(
    String.raw`\bwho(?:['’]?s| is| was| are| were) (?:the |our |your |its |their |[\p{L}\p{N}]+['’]s )?(?:(?!of|for|to|in|at|on|who|allowed)[\p{L}\p{N}-]+ ){0,3}${holders}\b`,
    "iu",
  ),
  held: lazyRegExp(String.raw`\b${holders}\b`, "giu"),
};

/** What something costs, and what tells it. */
export const prices = {
  named: lazyRegExp(
    String.raw`\b(?:costs?|priced?|prices|fees?|charge[sd]?|pays?|paid|earns?|salary|wages?|worth)\b`,
    "iu",
  ),
  asked: lazyRegExp(
    String.raw`\b(?:how much|what(?:['’]?s| is| are| was| were| do| does| did| would| will))\b.*\b(?:costs?|prices?|fees?|charges?|salary|wages?|pay|earn)\b`,
    "iu",
  ),
  told: lazyRegExp(
    String.raw`\p{Sc} ?\p{N}|\p{N} ?\p{Sc}|\b(?:dollars?|euros?|pounds?|cents?|usd|eur|gbp|free|refunds?|no (?:extra |additional )?(?:cost|charge|fee)s?|percent)\b|%`,
    "iu",
  ),
};

/** What leads to code that is not to be written so. */
export const counterexamples = lazyRegExp(
  String.raw`\b(?:(?:do(?:es)?|will|would|did|should)(?: not|n['’]t)|won['’]t|never|cannot|can['’]?t) (?:work|compile|do|write|use|be|run)\b[^.!?]*[:.]\s*$|\b(?:instead of|rather than|avoid)\b[^.!?]*:\s*$|\b(?:wrong|incorrect|incorrectly|bad|badly|buggy|mistake|fails?)\b[^.!?]*:\s*$`,
  "iu",
);

/** What a step of a way tells a reader to do. */
export const orders = lazyRegExp(
  String.raw`^\W*(?:(?:[^,.\n]{1,40},|first|next|then|now|finally) )?(?:click|tap|press|select|choose|pick|open|go|navigate|hover|scroll|drag|toggle|enter|type|fill|copy|paste|run|install|download|upload|create|add|set|change|edit|update|remove|delete|save|log|sign|visit|find|check|switch|turn|enable|disable|configure|connect|start|stop|restart|make|use|follow|confirm|close|move|put|take|call|write)\b`,
  "iu",
);
