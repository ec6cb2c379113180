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
// The program did not come, has stopped, or was ended by the page.
export class Absent extends Error {}
export class Stopped extends Error {}
export class Ended extends Error {}

// `told(done, of)`: how many rows are done.
export function desk(told) {
  const worker = new Worker(address());
  const asked = new Map();
  let count = 0;
  let lives = false; // it has answered

  const refuse = (error) => {
    const waiting = [...asked.values()];
    asked.clear();
    for (const { reject } of waiting) reject(error);
  };

  worker.addEventListener("message", ({ data }) => {
    lives = true;
    if (data.of !== undefined) return told(data.done, data.of);
    const waiting = asked.get(data.id);
    // Nobody waits for it any more.
    if (!waiting) return;
    const { resolve, reject } = waiting;
    asked.delete(data.id);
    if (data.refused) reject(new Refused(data.refused));
    else if (data.absent) reject(new Absent(data.absent));
    else if (data.stopped) reject(new Stopped(data.stopped));
    else resolve(data.value);
  });
  // It did not come; or it died at work, of memory that is exhausted for one.
  const died = () => refuse(lives ? new Stopped("worker") : new Absent("worker"));
  worker.addEventListener("error", died);
  worker.addEventListener("messageerror", died);

  return {
    ask(act, ...args) {
      const id = ++count;
      const given = args.filter((one) => one instanceof ArrayBuffer);
      return new Promise((resolve, reject) => {
        asked.set(id, { resolve, reject });
        // What cannot be sent throws, and rejects.
        worker.postMessage({ id, act, args }, given);
      });
    },
    end() {
      worker.terminate();
      refuse(new Ended("worker"));
    },
  };
}
