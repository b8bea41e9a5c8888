import ar from "./ar.ts";
import de from "./de.ts";
import en from "./en.ts";
import es from "./es.ts";
import fr from "./fr.ts";
import hi from "./hi.ts";
import it from "./it.ts";
import ja from "./ja.ts";
import type { Labels } from "./labels.ts";
import pt from "./pt.ts";
import ru from "./ru.ts";
import tr from "./tr.ts";
import zh from "./zh.ts";

/** The labels of every language that the widget speaks, by its primary language subtag. The build packs them: src/build/pack-labels.ts. */
export const languages: Readonly<Record<string, Labels>> = { ar, de, en, es, fr, hi, it, ja, pt, ru, tr, zh };
