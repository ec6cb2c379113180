//! What other sites show of a page: a picture of its own (Open Graph), and how to embed what it shows (oEmbed).

use super::{Page, SiteInfo, texts};
use crate::text::pages as words;
use card::{Card, Colour, Mark};
use model::domain::{Initiative, Lever};
use serde_json::{Value, json};

/// The picture of a page, beside it.
pub const PICTURE: &str = "share.png";
/// What an embedder is told of a page, beside it.
pub const OEMBED: &str = "oembed.json";
/// The size of an embed that asks for none, in pixels.
const EMBED: (u32, u32) = (760, 600);
/// For how long a site may keep what it learnt, in seconds.
const KEPT: u32 = 86_400;
/// The colour of the map where an edition names none: `--accent` of public/style.css.
const ACCENT: Colour = [0x0b, 0x4f, 0x8a];

/// What the picture of a page says beside its title and its description.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shared {
    /// What the page is: « Commune ».
    pub kind: String,
    /// Its levers, with the number of initiatives where it is told.
    pub levers: Vec<(Lever, Option<usize>)>,
}

impl Shared {
    /// A page of this kind about these initiatives: each lever that authorities used, the one of most initiatives first.
    pub fn of(kind: &str, initiatives: &[&Initiative]) -> Self {
        let count = |lever: Lever| {
            let used = |sheet: &&&Initiative| sheet.summary.levers.contains(&lever);
            initiatives.iter().filter(used).count()
        };
        let mut levers: Vec<(Lever, usize)> = Lever::ALL
            .iter()
            .map(|&lever| (lever, count(lever)))
            .collect();
        levers.retain(|&(_, count)| count > 0);
        levers.sort_by_key(|&(_, count)| core::cmp::Reverse(count));
        Self {
            kind: kind.to_owned(),
            levers: levers
                .into_iter()
                .map(|(lever, count)| (lever, Some(count)))
                .collect(),
        }
    }
}

/// The colours of levers on light paper: those of public/style.css.
fn colour(lever: Lever) -> Colour {
    match lever {
        Lever::Grant => [0x25, 0x5f, 0xd7],
        Lever::Procurement => [0x7b, 0x2e, 0x00],
        Lever::Property => [0x21, 0x92, 0x45],
        Lever::ScicShare => [0x43, 0x23, 0x72],
        Lever::Support => [0x00, 0x5f, 0x4b],
        Lever::Facilitation => [0xcb, 0x54, 0x84],
    }
}

/// What a picture says.
pub fn card(title: &str, description: &str, shared: &Shared, site: &SiteInfo) -> Card {
    let mark = |&(lever, count): &(Lever, Option<usize>)| Mark {
        colour: colour(lever),
        words: words::lever_counted((texts().screen.lever)(lever), count),
    };
    let host = site.url.split_once("://").map_or("", |(_, rest)| rest);
    Card {
        kind: shared.kind.clone(),
        title: title.to_owned(),
        note: description.to_owned(),
        marks: shared.levers.iter().map(mark).collect(),
        map: site.name.clone(),
        host: host.trim_end_matches('/').to_owned(),
        accent: site
            .look
            .accent
            .map_or(ACCENT, |(light, _)| [light.0, light.1, light.2]),
    }
}

/// The address of the picture of a page: its own, or that of the map.
pub fn picture(page: &Page, site: &SiteInfo) -> String {
    let folder = if page.shared.is_some() {
        &page.path
    } else {
        ""
    };
    format!("{}{folder}{PICTURE}", site.url)
}

/// What a site that is given the address of a page shows in its place (oEmbed 1.0): the map, at what the page is about. `query`: of the
/// map's address. `picture`: a whole address.
pub fn oembed(title: &str, query: &str, picture: &str, site: &SiteInfo) -> Value {
    let ask = if query.is_empty() {
        String::new()
    } else {
        format!("?{query}")
    };
    let address = escape(&format!("{}{ask}", site.url));
    let (width, height) = EMBED;
    let html = format!(
        "<p><iframe style=\"display:block;width:100%;height:{height}px;border:0\" src=\"{address}\" title=\"{}\" loading=\"lazy\"></iframe><a href=\"{address}\">{}</a></p>",
        escape(title),
        words::FULL_PAGE
    );
    json!({
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": site.name,
        "provider_url": site.url,
        "cache_age": KEPT,
        "html": html,
        "width": width,
        "height": height,
        "thumbnail_url": picture,
        "thumbnail_width": card::SIZE.0,
        "thumbnail_height": card::SIZE.1,
    })
}

/// A text inside an attribute of HTML.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levers_have_the_colours_of_the_map() {
        let style = include_str!("../../../../public/style.css");
        for &lever in Lever::ALL {
            let [red, green, blue] = colour(lever);
            let token = format!("--lever-{}: #{red:02x}{green:02x}{blue:02x};", lever.id());
            assert!(style.contains(&token), "{token}");
        }
        let [red, green, blue] = ACCENT;
        assert!(style.contains(&format!("--accent: #{red:02x}{green:02x}{blue:02x};")));
    }

    #[test]
    fn a_title_cannot_leave_its_attribute() {
        let site = SiteInfo {
            url: "https://a.fr/".to_owned(),
            ..SiteInfo::default()
        };
        let said = oembed("\"><script>", "a=b&c=d", "https://a.fr/share.png", &site);
        let html = said["html"].as_str().unwrap();
        assert!(!html.contains("<script>"), "{html}");
        assert!(html.contains("src=\"https://a.fr/?a=b&amp;c=d\""), "{html}");
    }
}
