/** Base form first, then the forms that no rule of spelling leads back to it. */
const verbs = `
  arise arose arisen|awake awoke awoken|bear bore borne|beat beaten|become became|begin began begun|bend bent|bite bit bitten
  blow blew blown|break broke broken|breed bred|bring brought|build built|burn burnt|buy bought|catch caught
  choose chose chosen|come came|creep crept|deal dealt|dig dug|draw drew drawn|dream dreamt|drink drank drunk
  drive drove driven|dwell dwelt|eat ate eaten|fall fell fallen|feed fed|fight fought|find found|flee fled|fling flung|fly flew flown
  forbid forbade forbidden|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|give gave given|go went gone
  grow grew grown|hang hung|hear heard|hide hid hidden|hold held|keep kept|kneel knelt|know knew known|lead led|lean leant
  leap leapt|learn learnt|lend lent|lie lain|lose lost|make made|mean meant|meet met|mistake mistook mistaken
  overcome overcame|pay paid|prove proven|ride rode ridden|ring rang rung|rise risen|run ran|say said|see seen|seek sought
  sell sold|send sent|shake shook shaken|shine shone|show shown|shrink shrank shrunk|sing sang sung|sink sank sunk|sit sat
  sleep slept|slide slid|speak spoken|spell spelt|spend spent|spin spun|spring sprang sprung|stand stood|steal stole stolen
  stick stuck|sting stung|strike struck stricken|strive strove striven|swear swore sworn|sweep swept|swell swollen
  swim swam swum|swing swung|take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown
  undergo underwent undergone|understand understood|undertake undertook undertaken|uphold upheld|wake woke woken
  wear wore worn|weave wove woven|weep wept|win won|withdraw withdrew withdrawn|withstand withstood|write wrote written
  die death dead dying
`;

const nouns = `
  man men|woman women|child children|person people|foot feet|tooth teeth|goose geese|mouse mice|wife wives|wolf wolves
  half halves|knife knives|thief thieves|shelf shelves|analysis analyses|crisis crises|thesis theses
  hypothesis hypotheses|phenomenon phenomena|criterion criteria|medium media|bacterium bacteria|index indices
  matrix matrices|vertex vertices|nucleus nuclei|stimulus stimuli|radius radii|formula formulae
`;

/**
 * The base form of irregular English forms. Forms that are words of their own as well (left, saw, rose) are left
 * out; `found` is seldom of `to found`, whose other forms keep its stem.
 */
export const irregularForms: ReadonlyMap<string, string> = new Map(
  `${verbs}|${nouns}`
    .split(/[|\n]/)
    .map((line) => line.trim().split(" "))
    .flatMap(([base, ...forms]) => forms.map((form): [string, string] => [form, base ?? form])),
);
