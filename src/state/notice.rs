//! Messages to the visitor: what happened and what to do.

/// A message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The sentence.
    pub text: String,
    /// Whether something is broken, and not only worth knowing.
    pub serious: bool,
    /// What is missing and may be asked for again.
    pub lack: Option<Lack>,
}

/// What did not come. Its message goes once it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// The catalogue, or the facets beyond levers.
    Catalogue,
    /// Files of the basemap.
    Basemap,
    /// The extension of layers, or what it shows.
    Layers,
}

impl Notice {
    /// Something is broken for good.
    pub fn error(text: String) -> Self {
        Self {
            text,
            serious: true,
            lack: None,
        }
    }

    /// Something did not come: it is asked for again when the visitor says so, and once the network is back.
    pub fn lack(lack: Lack, text: String) -> Self {
        Self {
            lack: Some(lack),
            ..Self::error(text)
        }
    }

    /// Something worth knowing.
    pub fn hint(text: String) -> Self {
        Self {
            serious: false,
            ..Self::error(text)
        }
    }
}
