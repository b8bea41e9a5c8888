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

/** Groups of words and phrases of which each may stand for another. */
export const synonyms: readonly (readonly string[])[] = groups
  .split(/[;\n]/)
  .map((line) => line.trim().split("|"))
  .filter((group) => group.length > 1);
