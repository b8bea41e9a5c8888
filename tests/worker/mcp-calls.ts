/** Calls of tools, as messages of the protocol for agents. */

export const call = (id: number, name = "ask", given: object = { question: `Why ${id}?` }) => ({
  jsonrpc: "2.0",
  id,
  method: "tools/call",
  params: { name, arguments: given },
});

/** So many questions, by their numbers. */
export const calls = (count: number) => Array.from({ length: count }, (_, id) => call(id));
