// The worker as the page sees it: one question, one promise. `end()` stops it in the middle of whatever it does.

// What the browser asks of an address that code comes from: there is one.
let policy;
function address() {
  policy ??= globalThis.trustedTypes?.createPolicy("atelier", {
    createScriptURL(url) {
      if (url !== WORKER) throw new TypeError(url);
      return new URL(url, document.baseURI).href;
    },
  });
  return policy ? policy.createScriptURL(WORKER) : new URL(WORKER, document.baseURI).href;
}

// A file is refused: what the import says of it.
export class Refused extends Error {
  constructor(problem) {
    super(problem.message);
    this.problem = problem;
  }
}
// The program did not come, or has stopped.
export class Absent extends Error {}
export class Stopped extends Error {}

// `told(done, of)`: how many rows are done.
export function desk(told) {
  const worker = new Worker(address());
  const asked = new Map();
  let count = 0;

  worker.addEventListener("message", ({ data }) => {
    if (data.of !== undefined) return told(data.done, data.of);
    const { resolve, reject } = asked.get(data.id);
    asked.delete(data.id);
    if (data.refused) reject(new Refused(data.refused));
    else if (data.absent) reject(new Absent(data.absent));
    else if (data.stopped) reject(new Stopped(data.stopped));
    else resolve(data.value);
  });
  worker.addEventListener("error", () => {
    for (const { reject } of asked.values()) reject(new Absent("worker"));
    asked.clear();
  });

  return {
    ask(act, ...args) {
      const id = ++count;
      const given = args.filter((one) => one instanceof ArrayBuffer);
      return new Promise((resolve, reject) => {
        asked.set(id, { resolve, reject });
        worker.postMessage({ id, act, args }, given);
      });
    },
    // Whoever still waits waits for ever: nobody asks for what was given up.
    end: () => worker.terminate(),
  };
}
