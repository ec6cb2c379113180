// The message to the editor, as text. Pure.

// The parts of a message, each under its heading; those without a text are left out.
const parts = (all) => all.flatMap(([heading, text]) => (text ? [`${heading}\u00a0:\n${text}`] : [])).join("\n\n");

function cited({ title, publisher, date, url, where }) {
  return [title, publisher, date, url, where].filter(Boolean).join(", ");
}

// `purpose`: erreur, complement or proposition. `told`: what the form says. `file`: the name of the sheet that goes with it.
export function message(purpose, told, file, { words, site }) {
  const subject = `${site}\u00a0: ${words[purpose].toLowerCase()}, ${told.sheet ?? told.name}`;
  const body =
    purpose === "proposition"
      ? parts([
          [words.proposition, told.name],
          [words.summary, told.summary],
          [words.activity, told.activity],
          [words.place, told.placeName],
          [words.act, `${told.authority} (${told.leverName}${told.year ? `, ${told.year}` : ""}). ${told.act}`],
          [words.document, cited(told.document)],
        ])
      : parts([
          [words.sheet, `${told.sheet} (${told.address})`],
          [words.what, told.what],
          [words.proof, told.proof],
        ]);
  const attached = file ? `\n\n${words.attached.replace("…", file)}` : "";
  return { subject, body: `${words.hello}\n\n${body}${attached}\n` };
}
