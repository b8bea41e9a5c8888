/** What every plugin takes. */
export interface PluginOptions {
  /** What the field says while it is empty; by the language of the page unless told otherwise. */
  readonly placeholder?: string;
  /** Whether to write a service worker, with which visited pages answer offline. */
  readonly offline?: boolean;
  /** Whether warnings of pages fail the build. */
  readonly strict?: boolean;
}

/** Name of the folder of the files in a site. */
export const folderName = "footnote";

/** Attributes of the element for a site that is served below a base path with slashes at both ends. */
export const elementAttributes = (base: string, { placeholder }: PluginOptions): Record<string, string> => ({
  src: `${base}${folderName}/`,
  mode: "dialog",
  ...(placeholder !== undefined && { placeholder }),
});
