//! What tables hold: known schemas, their columns, and the titles that people write for them.

mod decp;
mod field;
mod free;
mod ours;
mod places;
mod recognise;
mod scdl;
mod title;
mod words;

pub use field::{CHOICES, Field, Role};
pub use recognise::{Schema, all, assign, is_known, is_title_of, of_id, of_role, recognise};
pub use title::unscrambled;
