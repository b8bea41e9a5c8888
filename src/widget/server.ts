/*
 * Stands in for the widget where there is no browser, so that a page may be rendered on a server with the same imports. The
 * element is registered once the page is in a browser.
 */

/** No element: there is no browser to show one. */
export class FootnoteAsk {}

/** Does nothing: there is no browser to register an element with. */
export function register(): void {}
