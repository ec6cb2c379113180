//! Years, amounts and addresses of sites.

use super::Fields;
use crate::Rule;

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

/// Whether this is an `http` or `https` address with a host name.
pub fn is_web_address(url: &str) -> bool {
    let host_and_path = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"));
    host_and_path.is_some_and(|rest| {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let printable = !url
            .chars()
            .any(|c| c.is_whitespace() || c.is_control() || "<>\"".contains(c));
        printable
            && !host.contains('@')
            && host.contains('.')
            && !host.starts_with('.')
            && !host.ends_with('.')
    })
}

#[cfg(test)]
mod tests {
    use super::is_web_address;

    #[test]
    fn only_whole_web_addresses_are_accepted() {
        for url in [
            "https://example.org",
            "http://www.example.org/a?b=c#d",
            "https://exemple.fr?x",
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
        ] {
            assert!(!is_web_address(url), "{url}");
        }
    }
}
