//! Years, amounts and addresses of sites.

use super::Fields;
use crate::Rule;
use std::cell::Cell;
use url::Url;

/// The years that a sheet may name.
pub const YEARS: core::ops::RangeInclusive<i64> = 1800..=2100;

impl Fields<'_> {
    /// A year that must be there.
    pub fn year(&self, key: &'static str) -> Option<u16> {
        if !self.has(key) {
            self.missing(key);
        }
        self.year_if_any(key)
    }

    /// A year that may be absent.
    pub fn year_if_any(&self, key: &'static str) -> Option<u16> {
        let year = self.integer_if_any(key)?;
        if !YEARS.contains(&year) {
            self.problem(
                key,
                Rule::YearOutOfRange,
                format!("L'année {year} est hors des limites ({} à {}).", YEARS.start(), YEARS.end()),
                "Écrivez une année à quatre chiffres, ou supprimez la ligne si elle n'est pas connue.",
            );
            return None;
        }
        u16::try_from(year).ok()
    }

    /// A count or a sum that must be there, never negative.
    pub fn amount(&self, key: &'static str) -> Option<u64> {
        if !self.has(key) {
            self.missing(key);
        }
        self.amount_if_any(key)
    }

    /// A count or a sum that may be absent, never negative.
    pub fn amount_if_any(&self, key: &'static str) -> Option<u64> {
        let amount = self.integer_if_any(key)?;
        if amount < 0 {
            self.negative(key, &amount.to_string());
        }
        u64::try_from(amount).ok()
    }

    /// Records that an amount is negative.
    pub fn negative(&self, key: &'static str, amount: &str) {
        self.problem(
            key,
            Rule::NegativeAmount,
            format!("Le montant {amount} est négatif."),
            "Écrivez un nombre positif, ou supprimez la ligne si le montant n'est pas connu.",
        );
    }

    /// The address of a site that must be there.
    pub fn url(&self, key: &'static str) -> Option<String> {
        if !self.has(key) {
            self.missing(key);
        }
        self.url_if_any(key)
    }

    /// The address of a site that may be absent.
    pub fn url_if_any(&self, key: &'static str) -> Option<String> {
        let url = self.text_if_any(key)?;
        if !is_web_address(&url) {
            self.problem(key, Rule::BadLink, bad_link(&url), BAD_LINK_REMEDY);
            return None;
        }
        Some(url)
    }
}

/// What to do about an address that is not one.
pub const BAD_LINK_REMEDY: &str = "Écrivez l'adresse entière du site, commençant par https:// (ou http://), ou supprimez le lien.";

/// What is wrong with an address.
pub fn bad_link(url: &str) -> String {
    format!("« {url} » n'est pas une adresse de site.")
}

/// Whether this is an `http` or `https` address with a domain name, which needs no mending. Browsers mend addresses without a word:
/// what they would read otherwise than it is written is refused.
pub fn is_web_address(address: &str) -> bool {
    let mended = Cell::new(false);
    let mend = |_| mended.set(true);
    let url = Url::options()
        .syntax_violation_callback(Some(&mend))
        .parse(address);
    url.is_ok_and(|url| {
        let is_web = ["http", "https"].contains(&url.scheme()) && address.starts_with(url.scheme());
        !mended.get() && is_web && url.domain().is_some_and(is_whole)
    })
}

/// Whether a map can be at this address: `http` or `https`, with a host, and neither query nor fragment.
pub fn is_site_address(address: &str) -> bool {
    let is_web = |url: &Url| ["http", "https"].contains(&url.scheme()) && url.has_host();
    let is_bare = |url: &Url| {
        url.query().is_none()
            && url.fragment().is_none()
            && url.username().is_empty()
            && url.password().is_none()
    };
    let is_plain = !address.contains(|c: char| c.is_whitespace() || c.is_control() || c == '\\');
    is_plain && Url::parse(address).is_ok_and(|url| is_web(&url) && is_bare(&url))
}

/// Whether a domain has several labels, none of them empty.
fn is_whole(domain: &str) -> bool {
    domain.contains('.') && domain.split('.').all(|label| !label.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{is_site_address, is_web_address};

    #[test]
    fn a_map_is_at_a_web_address() {
        for address in [
            "https://carte.example.org/",
            "http://127.0.0.1:8080",
            "http://localhost/carte/",
            "HTTPS://a.fr",
        ] {
            assert!(is_site_address(address), "{address}");
        }
        for address in [
            "",
            "javascript:alert(1)",
            "file:///tmp",
            "carte.example.org",
            "ftp://a.fr/",
            "https://a.fr/?x",
            "https://a.fr/#x",
            "https://u:p@a.fr/",
            "https://a.fr/ b",
            "data:text/html,x",
        ] {
            assert!(!is_site_address(address), "{address}");
        }
    }

    #[test]
    fn only_whole_web_addresses_are_accepted() {
        for url in [
            "https://example.org",
            "http://www.example.org/a?b=c#d",
            "https://exemple.fr?x",
            "https://été.fr/é_(c)%20d",
        ] {
            assert!(is_web_address(url), "{url}");
        }
        for url in [
            "",
            "www.example.org",
            "https://",
            "https://example",
            "ftp://example.org",
            "javascript:alert(1)",
            "https://a b.org",
            "https://user@example.org",
            "https://.fr",
            "https://a..fr",
            "https://a.fr.",
            "https://1.2.3.4",
            "https:example.org",
            "https:///example.org",
            "HTTPS://example.org",
            " https://example.org",
            "https://example.org\\b",
            "https://example.org/b c",
            "https://example.org/<b>",
            "https://example.org/\n",
        ] {
            assert!(!is_web_address(url), "{url}");
        }
    }
}
