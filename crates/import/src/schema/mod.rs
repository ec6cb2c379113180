//! What tables hold: known schemas, their columns, and the titles that people write for them.

mod decp;
mod field;
mod free;
mod ours;
mod places;
mod recognise;
mod scdl;
mod title;

pub use field::{Field, Role};
pub use recognise::{Schema, assign, is_known, of_role, recognise};
pub use title::unscrambled;
