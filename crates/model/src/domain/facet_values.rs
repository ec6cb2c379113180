//! Values of facets that no field of a sheet has as such.

use super::Status;

closed_list! {
    /// How many inhabitants an authority has.
    AuthoritySize {
        /// Fewer than 20,000.
        Small = "moins-de-20000",
        /// 20,000 to 99,999.
        Medium = "20000-a-100000",
        /// 100,000 to 499,999.
        Large = "100000-a-500000",
        /// 500,000 to 1,999,999.
        VeryLarge = "500000-a-2000000",
        /// Two million or more.
        Huge = "plus-de-2000000",
        /// No population is known.
        Unknown = "inconnue",
    }
}

impl AuthoritySize {
    /// The size of an authority with so many inhabitants.
    pub fn of(inhabitants: u64) -> Self {
        match inhabitants {
            0..20_000 => Self::Small,
            20_000..100_000 => Self::Medium,
            100_000..500_000 => Self::Large,
            500_000..2_000_000 => Self::VeryLarge,
            _ => Self::Huge,
        }
    }
}

closed_list! {
    /// Where an initiative stands: the values of [`Status`], under ids that an address can have.
    Progress {
        /// En projet.
        Planned = "en-projet",
        /// En cours.
        Ongoing = "en-cours",
        /// Terminée.
        Ended = "terminee",
        /// Inconnu.
        Unknown = "inconnu",
    }
}

impl From<Status> for Progress {
    fn from(status: Status) -> Self {
        match status {
            Status::Planned => Self::Planned,
            Status::Ongoing => Self::Ongoing,
            Status::Ended => Self::Ended,
            Status::Unknown => Self::Unknown,
        }
    }
}

closed_list! {
    /// Some years.
    Period {
        /// Until 2004.
        Before = "avant-2005",
        /// 2005 to 2009.
        From2005 = "2005-a-2009",
        /// 2010 to 2014.
        From2010 = "2010-a-2014",
        /// 2015 to 2019.
        From2015 = "2015-a-2019",
        /// 2020 and later.
        Since = "depuis-2020",
        /// No year is told.
        Unknown = "inconnue",
    }
}

impl Period {
    /// The period of a year.
    pub fn of(year: u16) -> Self {
        match year {
            0..2005 => Self::Before,
            2005..2010 => Self::From2005,
            2010..2015 => Self::From2010,
            2015..2020 => Self::From2015,
            _ => Self::Since,
        }
    }
}

closed_list! {
    /// What the sheet of an initiative tells beside what it is.
    Extra {
        /// A figure.
        Figures = "chiffres",
        /// An amount in euros.
        Amount = "montant",
        /// An obstacle, or a refusal.
        Trouble = "freins",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_and_periods_begin_where_they_say() {
        for (inhabitants, size) in [
            (0, AuthoritySize::Small),
            (19_999, AuthoritySize::Small),
            (20_000, AuthoritySize::Medium),
            (100_000, AuthoritySize::Large),
            (1_999_999, AuthoritySize::VeryLarge),
            (2_000_000, AuthoritySize::Huge),
        ] {
            assert_eq!(AuthoritySize::of(inhabitants), size, "{inhabitants}");
        }
        for (year, period) in [
            (1987, Period::Before),
            (2004, Period::Before),
            (2005, Period::From2005),
            (2014, Period::From2010),
            (2019, Period::From2015),
            (2026, Period::Since),
        ] {
            assert_eq!(Period::of(year), period, "{year}");
        }
    }
}
