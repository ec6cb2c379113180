//! Counts in words.

/// « 12 initiatives ».
pub fn initiatives_counted(count: usize) -> String {
    format!("{count} initiative{}", if count < 2 { "" } else { "s" })
}
