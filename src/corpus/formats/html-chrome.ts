/** Names of boxes that never belong to an article, as words of their classes and ids. */
export const chrome = new Set(
  `addthis ad ads advert advertisement breadcrumb breadcrumbs comments consent cookie cookies copyright crumbs disqus editlink gdpr
  navfooter navheader newsletter noprint outbrain promo robots-nocontent share sharebar sharedaddy sharing signup skiplink social sponsored
  subscribe taboola skip-link edit-link edit-page back-to-top prev-next`.split(/\s+/),
);

/** Names of what nobody sees on the page, as words of classes: a heading too may be for other programs alone. */
export const unseen = new Set(
  "element-invisible screen-reader-text sr-only visually-hidden visuallyhidden".split(" "),
);

/** Those of `chrome` that are no longer than a line or two: a box of that name with a text in it only has its bar at its end. */
export const shortChrome = new Set(
  "ad ads advert advertisement breadcrumb breadcrumbs crumbs editlink promo share sharebar sharedaddy sharing skiplink social noprint print".split(
    " ",
  ),
);

/** Most characters of such a box that are no links. */
export const longestBar = 400;

/** Names of boxes that do not belong to an article when a good part of them is links. */
export const likelyChrome = new Set(
  "menu nav navbar navigation pager pagination more recommended recommendations recirc related sidebar tags toc trending widget".split(
    " ",
  ),
);
