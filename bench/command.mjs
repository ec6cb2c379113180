// Shared by the two commands, bench and soak: progress, settings, failure.

const started = Number(process.env.STARTED) * 1000 || Date.now();
export const step = (words) => console.error(`[${String(Math.round((Date.now() - started) / 1000)).padStart(3)}s] ${words}`);

// Reads a setting that must be a positive number.
export function number(name, otherwise) {
  const value = Number(process.env[name] || otherwise);
  if (!(value > 0)) throw new Error(`${name} must be a positive number; here: ${process.env[name]}`);
  return value;
}

export function command(main) {
  main().catch((error) => {
    console.error(`error: ${error.message}`);
    process.exitCode = 1;
  });
}
