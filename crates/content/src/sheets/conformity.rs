//! How far the site is accessible, as its statement says.

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
