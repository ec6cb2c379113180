//! How far the site is accessible: as its statement says, and as an audit found of a criterion.

use model::closed_list;

closed_list! {
    /// What the accessibility statement says, in the words of the law.
    Conformity {
        /// No audit, or less than half of the criteria.
        None = "non conforme",
        /// Half of the criteria or more.
        Partial = "partiellement conforme",
        /// All of them.
        Full = "totalement conforme",
    }
}

closed_list! {
    /// What an audit found of a criterion.
    Verdict {
        /// Respected wherever it applies.
        Conform = "C",
        /// Not respected in at least one state.
        Failed = "NC",
        /// Nothing in any state that it speaks of.
        NotApplicable = "NA",
    }
}
