/** What a check found. */
export interface Finding {
  /** What was looked at. */
  readonly about: string;
  /** `fault`: readers or the owner will meet it. `skipped`: could not be looked at. */
  readonly state: "fine" | "note" | "fault" | "skipped";
  /** What is so, and for a fault what to do. */
  readonly message: string;
}

/** A finding about one thing. */
export const finder =
  (about: string) =>
  (state: Finding["state"], message: string): Finding => ({ about, state, message });
