/** Words with their opposites, in the forms that people write. Words on one side of a bar are not opposites of each other. */
const pairs = `
  more|less fewer; most|least fewest; many|few; much|little; large big great huge high|small little low tiny
  larger bigger greater higher|smaller lesser lower fewer less; largest biggest greatest highest|smallest least lowest fewest
  maximum maximal|minimum minimal; major majority|minor minority
  increase increases increased increasing|decrease decreases decreased decreasing decline declined reduce reduces reduced
  grow grows grew growing grown rise rises rose rising|shrink shrinks shrank shrinking fall falls fell falling declining
  gain gains gained|lose loses lost loss; expand expands expanded|contract contracts contracted
  strong stronger powerful|weak weaker powerless; strongest|weakest; strength|weakness; strengthen strengthened|weaken weakened
  long longer|short shorter; longest|shortest; tall taller tallest|short shorter shortest; wide wider|narrow narrower
  thick|thin; heavy heavier heaviest|light lighter lightest; fast faster quick quickly rapid rapidly|slow slower slowly
  fastest|slowest; accelerate accelerates accelerated|slow slows slowed slowing
  old older|new newer young younger; oldest|newest youngest; ancient|modern; early earlier|late later; earliest|latest
  before preceding preceded|after following followed; first|last final; former|latter; previous|next; past|future
  begin begins began begun start starts started|end ends ended stop stops stopped finish finished cease ceased
  beginning|ending end; open opens opened|close closes closed; day|night; morning|evening; summer|winter; dawn|dusk
  inside internal inner interior|outside external outer exterior; above over upper top|below under lower bottom
  up upward upwards|down downward downwards; north northern northward|south southern southward
  east eastern eastward|west western westward; northeast northeastern|southwest southwestern
  northwest northwestern|southeast southeastern; left|right; front|back rear; near close|far distant; forward|backward
  same similar similarly alike identical similarity similarities|different differently distinct difference differences differ
  like|unlike; with including included|without excluding excluded; include includes|exclude excludes
  presence present|absence absent; all every always everyone everything|none never nobody nothing no; both|neither
  often frequently usually|seldom rarely; common frequent usual|rare uncommon unusual
  accept accepts accepted approve approves approved|reject rejects rejected disapproved refuse refused
  agree agrees agreed agreement|disagree disagrees disagreed disagreement
  allow allows allowed permit permits permitted|forbid forbids forbade forbidden prohibit prohibits prohibited ban bans banned prevent prevents prevented
  support supports supported supporter supporters|oppose opposes opposed opponent opponents
  succeed succeeded success successful successfully|fail fails failed failure unsuccessful unsuccessfully
  win wins won winner winners victory|lose loses lost loser losers defeat defeated
  attack attacked attacking|defend defended defending; offense offensive|defense defensive; war|peace
  friend friends ally allies|enemy enemies foe foes; love loved|hate hated; good better best|bad worse worst poor
  positive|negative; plus|minus; benefit benefits advantage advantages|harm harms disadvantage disadvantages drawback drawbacks
  true|false; correct correctly accurate precise|wrong incorrect incorrectly inaccurate imprecise; certain|doubtful uncertain
  easy easier easiest simple simpler simplest|hard harder hardest difficult complex complicated; simplicity|complexity
  possible|impossible; rich richer wealthy|poor poorer; expensive|cheap; strict|lax; public|private; legal|illegal; guilty|innocent
  male men man|female women woman; boy boys|girl girls; father|mother; son sons|daughter daughters; brother|sister; husband|wife
  urban|rural; domestic|foreign; import imports imported|export exports exported; buy buys bought|sell sells sold
  give gives gave given|take takes took taken receive receives received; lend lent|borrow borrowed
  create creates created build builds built establish established found founded|destroy destroyed demolish demolished dissolve dissolved abolish abolished
  add adds added|remove removes removed subtract subtracted; combine combined unite united unify unified join joined merge merged|separate separates separated split divide divided
  full|empty; hot hotter warm warmer|cold colder cool cooler; wet|dry; soft|hard; rough|smooth; sharp|blunt
  active|passive inactive; constant fixed static rigid|variable flexible dynamic; stable|unstable
  odd|even; single|multiple; individual|collective; general|specific; natural|artificial; voluntary|compulsory mandatory
  vertical|horizontal; direct|indirect; arrive arrives arrived enter enters entered|leave leaves left depart departed exit
  remember remembered|forget forgot; reveal reveals revealed|hide hides hid hidden; alive living live|dead dying
  born birth|died death; life|death; cause causes caused|effect effects; lead leads led|follow follows followed
  raise raises raised|lower lowers lowered; push pushes pushed|pull pulls pulled; attract attracts attracted|repel repels repelled
  appear appears appeared|disappear disappears disappeared vanished; encourage encouraged|discourage discouraged
  improve improves improved|worsen worsens worsened; help helps helped|hinder hinders hindered prevent
  continue continues continued|stop stops stopped discontinued; safe|dangerous; healthy|sick; optional|required mandatory
  liberal|conservative; democratic|authoritarian; religious|secular; civilian|military; online|offline; digital|analog analogue
  absolute|relative; finite|infinite; theoretical|practical; supply|demand; income|expense; profit profits|losses loss
  permanent|temporary; primary|secondary; ordinary|extraordinary; quick|gradual; sooner|later; local|global
`;

/** Words and their opposites: each pair of lists holds for each of their words. */
export const opposites: readonly (readonly [readonly string[], readonly string[]])[] = pairs
  .split(/[;\n]/)
  .map((line) => line.trim().split("|"))
  .filter((pair) => pair.length === 2)
  .map(([one = "", other = ""]) => [one.split(" "), other.split(" ")] as const);

/** Beginnings that turn a word into its opposite. */
export const negativePrefixes = ["un", "in", "im", "ir", "il", "non", "dis", "ab"] as const;
