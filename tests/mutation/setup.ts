/** Makes of Node what the tests of the Worker need of its platform. */
import { setTimeout } from "node:timers/promises";

/** Node asks for `duplex` where a body is a stream; workerd knows no such thing, and the tests are written for it. */
globalThis.Request = new Proxy(globalThis.Request, {
  construct(request, [input, init]: [RequestInfo | URL, RequestInit | undefined]) {
    const isStream = init?.body instanceof ReadableStream;
    return Reflect.construct(request, [input, isStream ? { duplex: "half", ...init } : init]);
  },
});

/** A Worker's scheduler. */
Object.assign(globalThis, {
  scheduler: { wait: (milliseconds: number) => setTimeout(milliseconds) },
});
