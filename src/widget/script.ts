/** The widget as a script tag: loading it is enough. */
import { register } from "./register.ts";

register();
