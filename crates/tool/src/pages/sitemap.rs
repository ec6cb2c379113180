//! `sitemap.xml` and `robots.txt`: what search engines should find.

use super::{OutputFile, Page, SiteInfo};

/// Both files. Their addresses are whole ones: they need the site's own.
pub fn files(site: &SiteInfo, pages: &[Page]) -> Vec<OutputFile> {
    let root = escape(&site.url);
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    xml.push_str(&format!("<url><loc>{root}</loc></url>\n"));
    for page in pages {
        xml.push_str(&format!(
            "<url><loc>{root}{}</loc></url>\n",
            escape(&page.path)
        ));
    }
    xml.push_str("</urlset>\n");
    let robots = format!(
        "User-agent: *\nDisallow: /data/*/fr/\nDisallow: /data/*/en/\n\nSitemap: {}sitemap.xml\n",
        site.url
    );
    vec![file("sitemap.xml", xml), file("robots.txt", robots)]
}

fn file(path: &str, text: String) -> OutputFile {
    OutputFile {
        path: path.to_owned(),
        bytes: text.into_bytes(),
    }
}

/// A text inside an element of XML.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
