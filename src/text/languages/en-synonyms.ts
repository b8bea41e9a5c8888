/** Countries with their people and languages, and abbreviations that mean the same in any text. */
const groups = `
  france|french; germany|german; england|english; britain|british; spain|spanish; italy|italian; china|chinese
  japan|japanese; russia|russian; greece|greek; rome|roman; poland|polish; netherlands|dutch|holland; sweden|swedish
  norway|norwegian; denmark|danish; finland|finnish; turkey|turkish; egypt|egyptian; israel|israeli; india|indian
  america|american; canada|canadian; mexico|mexican; brazil|brazilian; africa|african; asia|asian; europe|european
  australia|australian; austria|austrian; hungary|hungarian; ireland|irish; scotland|scottish; wales|welsh
  portugal|portuguese; korea|korean; vietnam|vietnamese; thailand|thai; iran|iranian; iraq|iraqi; persia|persian
  switzerland|swiss; belgium|belgian; ukraine|ukrainian; czechia|czech
  usa|US|united states; WHO|world health organization; uk|united kingdom; eu|european union; un|united nations; ai|artificial intelligence
  ww2|wwii|world war ii; ww1|wwi|world war i; percent|per cent|percentage; tv|television; phd|doctorate
`;

/**
 * Abbreviations of those who write software and its documentation, and words that mean nearly the same to readers of help.
 * Words of several meanings are left out, and phrases that contain a stop word, since the rest alone means another thing.
 */
const groupsOfDocumentation = `
  dir|directory|folder; env|environment; config|configuration; repo|repository; auth|authentication; doc|documentation
  param|parameter; arg|argument; db|database; app|application; admin|administrator; info|information; spec|specification
  func|function; var|variable; prod|production; dev|development; async|asynchronous; temp|temporary; max|maximum; min|minimum
  pkg|package; lib|library; img|image|picture|photo; cmd|command; err|error; msg|message; perf|performance
  cert|certificate; js|javascript; ts|typescript; k8s|kubernetes; i18n|internationalization; l10n|localization
  a11y|accessibility; attr|attribute; prop|property; str|string; int|integer; bool|boolean; regex|regexp|regular expression
  cli|command line; os|operating system; exec|execute; init|initialize; util|utility; stats|statistics; id|identifier
  upgrade|update; latest|newest; delete|remove|erase|uninstall; login|log in|sign in; signup|sign up|register; legacy|old|deprecated; film|movie; telephone|phone; email|mail; buy|purchase; price|cost|fee
  car|automobile; salary|wage; vacation|holiday; modify|edit; website|site; lawyer|attorney; pavement|sidewalk
  petrol|gasoline; lamp|light; lorry|truck; rubbish|garbage|trash; mobile|cellphone
`;

/** Words of every day that those who ask and those who answer choose differently. */
const everydayGroups = `
  ill|sick; doctor|physician; child|kid; elderly|older adults|older people; burial|funeral; illness|disease|sickness
  dangerous|harmful|risky; begin|start; choose|select; show|display; allow|permit; forbid|prohibit|ban; fix|repair
  employee|staff; boss|manager|supervisor; refund|reimbursement; quit|resign; jab|vaccination; expire|lapse; baby|infant|newborn
`;

/** Groups of interchangeable words and phrases. */
export const synonyms: readonly (readonly string[])[] = (groups + groupsOfDocumentation + everydayGroups)
  .split(/[;\n]/)
  .map((line) => line.trim().split("|"))
  .filter((group) => group.length > 1);
