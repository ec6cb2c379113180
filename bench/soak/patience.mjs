// What a page that hangs never answers: a fault, and not a soak without end.
const PATIENCE_MS = 30_000;

export async function patiently(answer) {
  let timer;
  const silence = new Promise((_, reject) => (timer = setTimeout(() => reject(new Error(`the page gave no answer in ${PATIENCE_MS / 1000} s`)), PATIENCE_MS)));
  try {
    return await Promise.race([answer, silence]);
  } finally {
    clearTimeout(timer);
  }
}
