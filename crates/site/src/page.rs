//! Pages: the parts that an edition puts into the map's, the policy of each, the name of the style sheet.

use anyhow::{Context, Result};

/// Puts a policy first in the head: it holds for what comes after it.
///
/// # Errors
/// When the page has no head.
pub fn with_policy(html: &str, policy: &str) -> Result<String> {
    const HEAD: &str = "<head>";
    let (before, after) = html
        .split_once(HEAD)
        .context("une page n'a pas de <head> pour sa politique de sécurité")?;
    Ok(format!(
        "{before}{HEAD}<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">{after}"
    ))
}

/// Puts each part in its place: `<!-- map-head.part -->`. What has no part is left empty, and so are no lines.
pub fn with_parts<'a>(html: &str, part: impl Fn(&str) -> Option<&'a str>) -> String {
    const OPEN: &str = "<!-- ";
    const CLOSE: &str = ".part -->";
    let mut filled = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, after)) = rest.split_once(OPEN) {
        filled.push_str(before);
        rest = after;
        if let Some((name, after)) = after.split_once(CLOSE)
            && !name.contains(['\n', '>'])
        {
            filled.push_str(part(&format!("{name}.part")).unwrap_or_default());
            rest = after;
        }
    }
    filled.push_str(rest);
    let lines = filled.lines().filter(|line| !line.trim().is_empty());
    lines.flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_policy_comes_first() {
        let page = with_policy("<html><head><title>a</title>", "default-src 'none'").unwrap();
        let meta = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">";
        assert_eq!(page, format!("<html><head>{meta}<title>a</title>"));
        assert!(with_policy("<html>", "").is_err());
    }

    #[test]
    fn parts_come_in_their_places() {
        let part = |name: &str| (name == "map-head.part").then_some("<title>a</title>");
        let html = "<head>\n  <!-- map-head.part -->\n\n  <!-- map-none.part -->\n</head>\n";
        assert_eq!(
            with_parts(html, part),
            "<head>\n  <title>a</title>\n</head>\n"
        );
        assert_eq!(
            with_parts("<!-- map-head.part --><p>", part),
            "<title>a</title><p>\n"
        );
    }
}
