import type { ServiceParts } from "./app.ts";
import type { Engine } from "./engines/engine.ts";
import type { Platform, Service } from "./platform.ts";

/** A service as a build made it, with what only the build and the app know: a user's types need not have the platform's. */
export interface BuiltService extends Service, Omit<ServiceParts, "engine" | "base" | "servesFiles"> {
  openEngine(platform: Platform): Engine;
}
