//! A QR code as an SVG: dark squares on white in every colour scheme, with the quiet zone that readers ask for (ISO/IEC 18004). That of
//! scripts is `public/takeaway/qr.js`.

use leptos::prelude::*;
use qrcodegen::{QrCode, QrCodeEcc};

/// Modules around the code.
const QUIET: i32 = 4;

/// The code of an address; nothing for one that is too long for any.
pub fn code(text: &str) -> Option<AnyView> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let side = code.size() + 2 * QUIET;
    Some(
        view! {
            <svg class="qr" viewBox=format!("0 0 {side} {side}") shape-rendering="crispEdges" aria-hidden="true" focusable="false">
                <path class="qr-paper" d=format!("M0 0h{side}v{side}H0z") />
                <path class="qr-ink" d=dark(&code) />
            </svg>
        }
        .into_any(),
    )
}

/// The dark modules: a rectangle for each run of a row.
fn dark(code: &QrCode) -> String {
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        let mut from = None;
        for x in 0..=size {
            match (code.get_module(x, y), from) {
                (true, None) => from = Some(x),
                (false, Some(start)) => {
                    let length = x - start;
                    path.push_str(&format!(
                        "M{} {}h{length}v1h-{length}z",
                        start + QUIET,
                        y + QUIET
                    ));
                    from = None;
                }
                _ => {}
            }
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The modules that a path fills, by the rules of the path itself.
    fn filled(path: &str) -> Vec<(i32, i32)> {
        let runs = path.split('M').filter(|run| !run.is_empty());
        let run = |run: &str| {
            let (start, rest) = run.split_once('h').unwrap();
            let (x, y) = start.split_once(' ').unwrap();
            let length: i32 = rest.split_once('v').unwrap().0.parse().unwrap();
            let (x, y): (i32, i32) = (x.parse().unwrap(), y.parse().unwrap());
            (0..length).map(move |step| (x + step - QUIET, y - QUIET))
        };
        runs.flat_map(run).collect()
    }

    #[test]
    fn the_path_fills_the_dark_modules_and_no_other() {
        let code = QrCode::encode_text(
            "https://carte.example/leviers/foncier/note/",
            QrCodeEcc::Medium,
        )
        .unwrap();
        let mut dark_modules = Vec::new();
        for y in 0..code.size() {
            dark_modules.extend(
                (0..code.size())
                    .filter(|&x| code.get_module(x, y))
                    .map(|x| (x, y)),
            );
        }
        assert_eq!(filled(&dark(&code)), dark_modules);
    }

    #[test]
    fn an_address_too_long_has_no_code() {
        assert!(super::code(&"a".repeat(4000)).is_none());
    }
}
