//! The languages of the screen.

closed_list! {
    /// Language of the screen.
    Lang {
        /// French.
        Fr = "fr",
        /// English.
        En = "en",
    }
}
