// Runs `code` in the page, which may await; a page that does not answer in time is a TooLong.
export class TooLong extends Error {}

export async function inPage(browser, code, limit, ...given) {
  const wrapped = `
    const done = arguments[arguments.length - 1];
    (async (...given) => { ${code} })(...arguments).then((value) => done({ value }), (error) => done({ error: String(error?.stack ?? error) }));`;
  await browser.manage().setTimeouts({ script: limit });
  let answer;
  try {
    answer = await browser.executeAsyncScript(wrapped, ...given);
  } catch (error) {
    if (/Timeout/i.test(error.name)) throw new TooLong(`no answer in ${limit / 1000} s`);
    throw error;
  }
  if (answer.error) throw new Error(answer.error);
  return answer.value;
}
