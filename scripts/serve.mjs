// Serves dist/ on this machine until Ctrl-C: node scripts/serve.mjs PORT
import { existsSync } from "node:fs";
import { serve } from "../tests/browser/support/server.mjs";

const port = Number(process.argv[2]);
if (!existsSync("dist/index.html")) {
  console.error("error: dist/ is not built\n       Run:  make build");
  process.exit(1);
}
try {
  const { url } = await serve("dist", { port });
  console.log(`The map is at ${url} (Ctrl-C to stop)`);
} catch (error) {
  console.error(`error: cannot serve on port ${port}: ${error.message}`);
  process.exit(1);
}
