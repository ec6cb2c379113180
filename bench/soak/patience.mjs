// A page that hangs is a fault, not an endless soak.
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
