const rightToLeft = new Set(["ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"]);

/** The direction of a language's script. */
export function directionOf(lang: string): "ltr" | "rtl" {
  return rightToLeft.has(lang.toLowerCase().replace(/[-_].*/s, "")) ? "rtl" : "ltr";
}
