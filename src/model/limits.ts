/** Limits and values that parts of the system need which must not carry the schemas: a page loads no validator. */

/** Maximum number of articles in a page of the list. */
export const maximumPageLength = 100;
/** How many it has unless told otherwise, and the maximum number of articles before it. */
export const defaultPageLength = 50;
export const maximumOffset = 999_999_999;

/** Maximum number of questions in a batch. */
export const maximumQuestions = 20;
/** Maximum length of an answer's id in UTF-16 units. */
export const longestAnswerId = 200;
/** Maximum number of days in an owner's report, and how many it has unless told otherwise. */
export const maximumReportDays = 3650;
export const defaultReportDays = 30;

/** Placeholder in built files for the origin of the service where no base URL is configured; the service fills in its own. */
export const originPlaceholder = "https://origin.invalid";

/** Maximum length of a question in UTF-16 units, after NFC and trimming. */
export const maximumQuestionLength = 2_000;
/** Maximum number of passages in an answer, and how many it has unless told otherwise. */
export const maximumLimit = 20;
export const defaultLimit = 5;
/** Maximum number of questions that a refusal leads on to. */
export const maximumRelated = 3;
/** Maximum number of suggestions per request, and how many there are unless told otherwise. */
export const maximumSuggestionLimit = 20;
export const defaultSuggestionLimit = 7;

/** A language code, as filters take it. */
export const languagePattern = /^[a-z]{2,3}$/;
/** Maximum length of a tag, of a version and of an article's id in a filter, in UTF-16 units. */
export const longestTag = 100;
export const longestVersion = 100;
export const longestArticleId = 500;
