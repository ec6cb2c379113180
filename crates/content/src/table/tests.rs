use super::*;
use proptest::prelude::*;

/// Every row of a text.
fn records(text: &str, separator: u8) -> Vec<Record<'_>> {
    let mut records = Records::new(text, separator);
    let mut record = Record::default();
    let mut all = Vec::new();
    while records.read(&mut record) {
        all.push(record.clone());
    }
    all
}

/// The lines of a text, however they end, counted otherwise than the reader does.
fn line_count(text: &str) -> u64 {
    let unix = text.replace("\r\n", "\n").replace('\r', "\n");
    unix.lines().count() as u64
}

#[test]
fn rows_are_those_of_the_usual_reader_where_quotes_are_sound() {
    for text in [
        "a;b\n1;2\n",
        "a;b\r\n\"1\";\"2\"",
        "a\n\"say \"\"yes\"\"\";x\n",
        "a;\n;b\n;;",
        "é;\"è\nà\"\n",
        "\"\";\"\"\"\"\n",
        "a \"b\" c;d\n",
    ] {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(b';')
            .from_reader(text.as_bytes());
        let expected: Vec<Vec<String>> = reader
            .records()
            .map(|row| row.unwrap().iter().map(str::to_owned).collect())
            .collect();
        let found: Vec<Vec<String>> = records(text, b';')
            .into_iter()
            .map(|record| {
                assert_eq!(record.quoting, None, "{text:?}");
                record.cells.into_iter().map(String::from).collect()
            })
            .collect();
        assert_eq!(found, expected, "{text:?}");
    }
}

#[test]
fn lines_are_counted_however_they_end() {
    for end in ["\n", "\r\n", "\r"] {
        let text = ["a,b", "", "\"x", "y\",2", ",,", "3,4"].join(end);
        let places: Vec<_> = records(&text, b',')
            .iter()
            .map(|record| (record.line, record.lines, record.is_blank()))
            .collect();
        assert_eq!(
            places,
            [
                (1, 1, false),
                (2, 1, true),
                (3, 2, false),
                (5, 1, true),
                (6, 1, false)
            ],
            "{end:?}"
        );
    }
}

#[test]
fn doubtful_quotes_are_told_with_the_line_where_they_open() {
    let doubt = |text: &str| records(text, b';').iter().find_map(|record| record.quoting);
    assert_eq!(
        doubt("a;b\n1;\"Les Amis\n2;B\n3;C\n"),
        Some(Quoting::Unclosed(2))
    );
    assert_eq!(
        doubt("a;b\n1;\"Les Amis\n2;\"B\"\n3;C\n"),
        Some(Quoting::Followed(2))
    );
    assert_eq!(
        doubt("a;b\n1;\"Les Amis\n2;B\"\n3;C\n"),
        Some(Quoting::Spread(2))
    );
    assert_eq!(
        doubt("a;b\n\"x\ny\";\"z\n3;4\"\n"),
        Some(Quoting::Spread(3))
    );
    assert_eq!(doubt("a;b\n1;\"deux\nlignes\"\n"), None);
    assert_eq!(doubt("a;b\n1;\"un ; deux\" \n"), None);
    assert_eq!(doubt("\""), Some(Quoting::Unclosed(1)));
}

#[test]
fn files_that_are_not_tables_are_named() {
    let ods = b"PK\x03\x04\x14\0\0\0\0\0mimetypeapplication/vnd.oasis.opendocument.spreadsheet";
    for (bytes, expected) in [
        (
            &b"PK\x03\x04\x14\0[Content_Types].xml...xl/workbook.xml"[..],
            Foreign::Xlsx,
        ),
        (ods, Foreign::Ods),
        (b"PK\x03\x04\x14\0photo.jpg", Foreign::Zip),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Foreign::Xls),
        (b"%PDF-1.7", Foreign::Pdf),
        (b"\x1f\x8b\x08", Foreign::Archive),
        (b" {\"type\": \"FeatureCollection\"}", Foreign::GeoJson),
        (b"\xef\xbb\xbf[\n {\"lat\": 1}]", Foreign::Json),
        (b"\n<!DOCTYPE html><html>", Foreign::Html),
        (b"<?xml version=\"1.0\"?>", Foreign::Xml),
    ] {
        assert_eq!(Foreign::of(bytes), Some(expected), "{bytes:?}");
        let said = open(bytes).unwrap_err().to_string();
        assert!(
            said.contains(expected.what()) && said.contains("Que faire :"),
            "{said}"
        );
    }
    assert!(
        open(b"lat,lon\0\x01\x02,,,,\n")
            .unwrap_err()
            .to_string()
            .contains("binaire")
    );
    for table in [&b"[id],lat"[..], b"{nom};lat", b"<nom>;lat", b"", b"PK;lat"] {
        assert_eq!(Foreign::of(table), None, "{table:?}");
    }
}

#[test]
fn encodings_of_spreadsheets_are_read_and_said() {
    let text = "nom;lat\r\nL’École à l’Œuvre;48,5 €\r\n";
    let utf_16 =
        |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    let (le, be) = (utf_16(u16::to_le_bytes), utf_16(u16::to_be_bytes));
    let latin: Vec<u8> = text
        .chars()
        .map(|c| match c {
            '’' => 0x92,
            'Œ' => 0x8c,
            '€' => 0x80,
            c => u32::from(c) as u8,
        })
        .collect();
    for (bytes, encoding) in [
        (text.as_bytes().to_vec(), Encoding::Utf8),
        ([b"\xef\xbb\xbf", text.as_bytes()].concat(), Encoding::Utf8),
        ([b"\xff\xfe", &le[..]].concat(), Encoding::Utf16Le),
        ([b"\xfe\xff", &be[..]].concat(), Encoding::Utf16Be),
        (le, Encoding::Utf16Le),
        (be, Encoding::Utf16Be),
        (latin, Encoding::Windows1252),
    ] {
        let decoded = decode(&bytes);
        assert_eq!(
            (decoded.text.as_ref(), decoded.encoding, decoded.damaged),
            (text, encoding, false)
        );
    }
    let damaged = decode("été, été, \u{e9}".as_bytes().get(..15).unwrap());
    assert_eq!((damaged.encoding, damaged.damaged), (Encoding::Utf8, true));
}

#[test]
fn the_separator_is_the_most_frequent_outside_quotes() {
    for (text, expected) in [
        ("a;b;c\n1,2,3,4", Separator::Semicolon),
        ("\r\n\na,b\n", Separator::Comma),
        ("\"a,b,c\";d\n", Separator::Semicolon),
        ("a\tb\n", Separator::Tab),
        ("a|b|c\n", Separator::Bar),
    ] {
        assert_eq!(Separator::of(text), expected, "{text:?}");
    }
}

proptest! {
    /// Rows follow one another without a gap, and their lines are those of the file.
    #[test]
    fn every_line_belongs_to_one_row(text in "[a,;\"\r\n é]{0,80}", comma: bool) {
        let separator = if comma { b',' } else { b';' };
        let all = records(&text, separator);
        let mut next = 1;
        for record in &all {
            prop_assert_eq!(record.line, next);
            prop_assert!(record.lines >= 1);
            next += record.lines;
        }
        prop_assert_eq!(next - 1, line_count(&text));
    }

    /// Any bytes have a text, no longer than three times the bytes.
    #[test]
    fn any_bytes_are_decoded(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let decoded = decode(&bytes);
        prop_assert!(decoded.text.len() <= 3 * bytes.len() + 3);
        let _ = open(&bytes);
    }
}

#[test]
fn encodings_of_one_byte_are_told_by_the_letters_inside_words() {
    for (bytes, encoding, text) in [
        (
            &b"M\xe9diath\xe8que d'\xe9t\xe9 : 3 \x80, l\x92eau\x85"[..],
            Encoding::Windows1252,
            "Médiathèque d'été : 3 €, l’eau…",
        ),
        (
            b"M\x8ediath\x8fque d'\x8et\x8e \xd5",
            Encoding::Macintosh,
            "Médiathèque d'été ’",
        ),
        (
            b"M\x82diath\x8aque fran\x87aise",
            Encoding::Dos850,
            "Médiathèque française",
        ),
        (
            b"M\xe9diath\xe8que du c\xbdur : 12 \xa4",
            Encoding::Latin9,
            "Médiathèque du cœur : 12 €",
        ),
        (
            b"L\x92eau \x97 1\xbd h",
            Encoding::Windows1252,
            "L’eau — 1½ h",
        ),
    ] {
        let decoded = decode(bytes);
        assert_eq!((decoded.encoding, decoded.text.as_ref()), (encoding, text));
        assert_eq!(decode_as(bytes, encoding), decoded);
    }
}
