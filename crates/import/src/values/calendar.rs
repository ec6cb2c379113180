//! Days of the calendar, without a library of time.

/// The names of months, in French and in English, as they are folded.
const MONTHS: [&[&str]; 12] = [
    &["janvier", "january", "janv", "jan"],
    &["fevrier", "february", "fevr", "fev", "feb"],
    &["mars", "march", "mar"],
    &["avril", "april", "avr", "apr"],
    &["mai", "may"],
    &["juin", "june", "jun"],
    &["juillet", "july", "juil", "jul"],
    &["aout", "august", "aug"],
    &["septembre", "september", "sept", "sep"],
    &["octobre", "october", "oct"],
    &["novembre", "november", "nov"],
    &["decembre", "december", "dec"],
];

/// A day that exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// From 1900 to 2100.
    pub year: u32,
    /// From 1.
    pub month: u32,
    /// From 1.
    pub day: u32,
}

impl Day {
    /// The day, if there is one. Years are those of public decisions: 1900 to 2100.
    pub fn new(year: u32, month: u32, day: u32) -> Option<Self> {
        let sound = (1900..=2100).contains(&year) && (1..=days_in(year, month)).contains(&day);
        sound.then_some(Self { year, month, day })
    }

    /// « 2023-04-03 ».
    pub fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    /// « 3 avril 2023 ».
    pub fn in_french(self) -> String {
        let index = (self.month - 1) as usize;
        let name = match index {
            1 => "février",
            7 => "août",
            11 => "décembre",
            _ => MONTHS
                .get(index)
                .and_then(|names| names.first())
                .unwrap_or(&""),
        };
        let first = if self.day == 1 { "er" } else { "" };
        format!("{}{first} {name} {}", self.day, self.year)
    }

    /// The day of a number of a spreadsheet, in its system of 1900 (day 60 of that system never was).
    pub fn of_serial(serial: u32) -> Option<Self> {
        let days = serial.checked_sub(61)?;
        let (mut year, mut left) = (1900, days + 59);
        while left >= days_of_year(year) {
            left -= days_of_year(year);
            year += 1;
        }
        let mut month = 1;
        while left >= days_in(year, month) {
            left -= days_in(year, month);
            month += 1;
        }
        Self::new(year, month, left + 1)
    }
}

/// The month of a name, from 1.
pub fn month_named(folded: &str) -> Option<u32> {
    let at = MONTHS.iter().position(|names| names.contains(&folded))?;
    Some(at as u32 + 1)
}

/// The days of a month; none of what is no month.
fn days_in(year: u32, month: u32) -> u32 {
    match month {
        2 => 28 + u32::from(is_leap(year)),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

fn days_of_year(year: u32) -> u32 {
    365 + u32::from(is_leap(year))
}

fn is_leap(year: u32) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serials_are_those_of_spreadsheets() {
        for (serial, iso) in [
            (61, "1900-03-01"),
            (36526, "2000-01-01"),
            (45292, "2024-01-01"),
            (45351, "2024-02-29"),
            (45352, "2024-03-01"),
        ] {
            assert_eq!(Day::of_serial(serial).map(Day::iso).as_deref(), Some(iso));
        }
        assert_eq!(Day::of_serial(10), None);
        assert_eq!(Day::new(2023, 2, 29), None);
        assert_eq!(Day::new(2023, 4, 3).unwrap().in_french(), "3 avril 2023");
    }
}
