//! Something that comes from the network.

/// Something on its way, here, or not coming.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Loadable<T> {
    /// On its way.
    #[default]
    Loading,
    /// Here.
    Ready(T),
    /// Not coming, and why, as a sentence for the visitor.
    Failed(String),
}

impl<T> Loadable<T> {
    /// The value, when it is here.
    pub fn ready(&self) -> Option<&T> {
        match self {
            Self::Ready(value) => Some(value),
            Self::Loading | Self::Failed(_) => None,
        }
    }

    /// Whether it is not coming.
    pub fn has_failed(&self) -> bool {
        matches!(self, Self::Failed(_))
    }
}
