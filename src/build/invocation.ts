import { extname } from "node:path";

/** Whether this is a checkout, which runs its own source, or an installed package. */
const isCheckout = extname(import.meta.filename) === ".ts";

/** How a user types a command of Footnote: `npx footnote-ask build`, or `npm run build --` in a checkout. */
export const typed = (command: string, ...parameters: readonly string[]): string =>
  isCheckout
    ? [`npm run ${command}`, ...(parameters.length > 0 ? ["--", ...parameters] : [])].join(" ")
    : ["npx footnote-ask", command, ...parameters].join(" ");

/** The extension of Footnote's own modules. */
export const moduleExtension = extname(import.meta.filename);
