//! What an edition adds to the style sheet.

use anyhow::{Context, Result};

/// The last rule of the style sheet, which tells `boot.js` that it came whole.
const END: &str = ":root{--whole: 1}";

/// The style sheet with more rules, before its last one.
///
/// # Errors
/// When the style sheet does not end as it should.
pub fn rules_before_end(style: &str, rules: &str) -> Result<String> {
    let start = style.trim_end().strip_suffix(END);
    let start = start.with_context(|| format!("la feuille de style ne finit pas par {END}"))?;
    Ok(format!("{start}{rules}{END}\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_come_before_the_end() {
        let style = format!("a{{b:c}}{END}\n");
        assert_eq!(rules_before_end(&style, "").unwrap(), style);
        assert_eq!(
            rules_before_end(&style, "d{e:f}").unwrap(),
            format!("a{{b:c}}d{{e:f}}{END}\n")
        );
        assert!(rules_before_end("a{b:c}", "").is_err());
    }
}
