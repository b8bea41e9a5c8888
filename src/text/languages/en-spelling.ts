/**
 * British and American spelling. Of two spellings the American one is taken, since its words have the fewer letters that
 * are not heard. What a rule makes need be no word as long as it is no other word.
 */

/** Words and prefixes that no rule covers; what follows the prefix is kept. */
const beginnings: readonly (readonly [british: string, american: string])[] = `
  aeroplane airplane|aluminium aluminum|anaem anem|anaesth anesth|archaeolog archeolog|artefact artifact|caesar cesar
  catalogue catalog|analogue analog|dialogue dialog|monologue monolog|prologue prolog|epilogue epilog
  cheque check|chequ check|cosy cozy|cosi cozi|defence defense|offence offense|pretence pretense|licence license
  diarrhoea diarrhea|encyclopaed encycloped|enrolment enrollment|faec fec|foetus fetus|foetal fetal|fulfill fulfil|fuell fuel|grey gray
  gynaecolog gynecolog|haem hem|instalment installment|jewellery jewelry|judgement judgment|acknowledgement acknowledgment
  leukaem leukem|manoeuvre maneuver|manoeuvring maneuvering|manoeuvrab maneuverab|mediaeval medieval|mould mold|moustache mustache|oedema edema|oesophag esophag
  oestr estr|orthopaed orthoped|paediatr pediatr|plough plow|practise practice|practising practicing|programme program|pyjama pajama
  sceptic skeptic|skilful skillful|wilful willful|sulphur sulfur|sulphat sulfat|sulphid sulfid|tyre tire|ageing aging|okay ok
  ischaem ischem|septicaem septicem|glycaem glycem|hypoglycaem hypoglycem|hyperglycaem hyperglycem|hypovolaem hypovolem
  bacteraem bacterem|uraem urem|toxaem toxem|hyperlipidaem hyperlipidem|lipaem lipem|aetiolog etiolog|palaeo paleo|primaeval primeval
  favourit favorit|storey story|kerb curb|draught draft|whisky whiskey|programmer programmer|programmed programmed
`
  .split(/[|\n]/)
  .map((pair) => pair.trim().split(" "))
  .flatMap(([british, american]) =>
    british === undefined || american === undefined ? [] : [[british, american] as const],
  )
  // Of two that fit, the longer one tells more.
  .sort(([a], [b]) => b.length - a.length);

const byLetter = Map.groupBy(beginnings, ([british]) => british.charAt(0));

/** `-our`, where it is `-or` in American: not hour, four, course, journal, tournament. */
const our =
  /^((?:un|dis|mis|multi|dem|be|re)?(?:ard|arm|cand|clam|col|endeav|fav|ferv|flav|harb|hav|hon|hum|lab|neighb|od|parl|ranc|rig|rum|sav|splend|succ|tum|val|vap|vig|behavi|saviour|misbehavi))our/;

/** `-re`, where it is `-er` in American, at the end of a word: not acre, genre, software. */
const re = /((?:^|[a-z])(?:cent|met|lit|theat|fib|calib|sab|spect|somb|meag|lust|nit|och))re(s|d)?$/;

/** `-ise`, where it is `-ize`, with its endings. */
const ise = /([a-z]{2,}[b-np-tv-z])is(e[drs]?|ers|ing|ings|ations?|able|ability)$/;

/** What stands before an `-ise` that is none: advise, promise, precise. */
const notIse = new Set(
  `adv advert ar compr comprom conc dem desp dev enterpr exc exerc expert franch disenfranch enfranch improv merchand parad prec
  prem prom rev sunr moonr superv surm surpr telev treat circumc inc chast appr exorc mort pract repr val cer chem likew otherw clockw
  stepw pairw bitw elementw row columnw`.split(/\s+/),
);

/** `-yse`, where it is `-yze`. */
const yse = /((?:an|par|cat)al|(?:electr|hydr)ol|dial)ys(e[drs]?|ers|ing|able)$/;

/** A lower-case English word as Americans spell it. */
export function american(word: string): string {
  const pair = byLetter.get(word.charAt(0))?.find(([british]) => word.startsWith(british));
  if (pair !== undefined) return pair[1] + word.slice(pair[0].length);
  const found = ise.exec(word);
  if (found?.[1] !== undefined) return notIse.has(found[1]) ? word : `${found[1]}iz${found[2]}`;
  return word.replace(our, "$1or").replace(re, "$1er$2").replace(yse, "$1yz$2");
}
