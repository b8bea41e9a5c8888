import type { Context } from "hono";
import type { AppEnv } from "../env.ts";

/** Whether a client names Markdown among what it takes, as agents do; browsers do not. */
export const takesMarkdown = ({ req }: Context<AppEnv>): boolean =>
  /(?:^|,)\s*text\/markdown\s*(?:;\s*q=(?!0(?:\.0+)?\s*(?:,|$))[^,]*)?(?:,|$)/i.test(
    req.header("Accept") ?? "",
  );
