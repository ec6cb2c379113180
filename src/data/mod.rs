//! The files between the tool and the browser: written and read by the same modules.
