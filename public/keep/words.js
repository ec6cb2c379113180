// The sentences of the notebook on the map, in both languages.
export const WORDS = {
  fr: {
    tick: "Dans mon carnet",
    open: (count, most) => `Ouvrir mon carnet (${count} sur ${most})`,
    put: (count, most) => `Mise dans le carnet\u00a0: ${count} sur ${most}.`,
    taken: (count) => (count ? `Retirée du carnet, qui en garde ${count}.` : "Retirée du carnet, qui est vide."),
    full: (most) => `Le carnet est plein\u00a0: ${most} initiatives. Retirez-en une pour mettre celle-ci.`,
  },
  en: {
    tick: "In my notebook",
    open: (count, most) => `Open my notebook (${count} of ${most}, in French)`,
    put: (count, most) => `Put into the notebook: ${count} of ${most}.`,
    taken: (count) => (count ? `Taken out of the notebook, which still has ${count}.` : "Taken out of the notebook, which is empty."),
    full: (most) => `The notebook is full: ${most} initiatives. Take one out to put this one in.`,
  },
};
