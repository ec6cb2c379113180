//! The workshop: an import that a page follows, changes and takes away. Values in, texts of JSON and files out; nothing of the browser, so
//! that it is tested natively. `main.rs` hands it to a worker.

mod asked;
mod frame;
mod project;
mod session;
mod view;

pub use asked::Asked;
pub use frame::View;
pub use session::{MOST_BYTES, Session};
pub use view::{Problems, Rows, Which};
