import { serve } from "footnote-ask/node";

const { url } = await serve({ built: "service", port: Number(process.env.PORT ?? 8787) });
console.log(`Answers at ${url}`);
