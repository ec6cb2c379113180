// The project's server; it records each request, and each failed response.
import { serve } from "../../tests/browser/support/server.mjs";

export async function served(folder) {
  const asked = new Set();
  let failed = [];
  const server = await serve(folder, {
    touch(request, response) {
      const { url } = request;
      asked.add(url);
      response.once("finish", () => response.statusCode >= 400 && failed.push(`${response.statusCode} ${url}`));
      return false;
    },
  });
  return {
    ...server,
    asked: () => asked,
    failed() {
      const since = failed;
      failed = [];
      return since;
    },
  };
}
