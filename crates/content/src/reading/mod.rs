//! Reading what editors write: TOML fields and Markdown, each problem with its line, without stopping at the first.

mod at;
mod body;
mod characters;
mod choice;
mod facts;
mod fault;
mod fields;
mod front_matter;
mod inlines;
mod personal_data;
mod quantities;
mod source_file;
mod spaces;
mod syntax;
mod words;

pub use at::At;
pub use body::{read_account, read_body, read_free_body};
pub use characters::check_characters;
pub use choice::{
    CERTAINTY, CONFORMITY, GROUP, KIND, LANG, LEGAL_FORM, LEVER, LEVER_IF_ANY, PRECISION, ROLE,
    STATE, STATUS, THEME, VERDICT,
};
pub use fields::Fields;
pub use front_matter::read_halves;
pub use personal_data::check_personal_data;
pub use quantities::{YEARS, is_site_address, is_web_address};
pub use source_file::{Citation, Notes, SourceFile, line_of};
pub use syntax::read_toml;
pub use words::word_count;
