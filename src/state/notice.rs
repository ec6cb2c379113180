//! Messages to the visitor: what happened and what to do.

/// A message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The sentence.
    pub text: String,
    /// Whether something is broken, and not only worth knowing.
    pub serious: bool,
}

impl Notice {
    /// Something is broken.
    pub fn error(text: String) -> Self {
        Self {
            text,
            serious: true,
        }
    }

    /// Something worth knowing.
    pub fn hint(text: String) -> Self {
        Self {
            text,
            serious: false,
        }
    }
}
