// A sentence with each value in the place of an ellipsis, as it is: « $& » too.
export const withValues = (sentence, ...values) => values.reduce((text, value) => text.replace("…", () => value), sentence);
