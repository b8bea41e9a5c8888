/** Widgets that put their questions into the page's address, by the name of the parameter: one has one. */
const owners = new Map<string, object>();

/** Takes a parameter of the address for a widget, if no other has it; the one it had is free again. An empty name takes none. */
export function claimParameter(widget: object, name: string): void {
  for (const [other, owner] of owners) if (owner === widget) owners.delete(other);
  if (name !== "" && !owners.has(name)) owners.set(name, widget);
}

/** Whether a parameter of the address is a widget's. */
export const ownsParameter = (widget: object, name: string): boolean => owners.get(name) === widget;

/** The question in the page's address, under the name of a parameter. */
export function questionInAddress(parameter: string): string {
  return new URL(location.href).searchParams.get(parameter)?.trim() ?? "";
}
