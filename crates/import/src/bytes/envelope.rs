//! The envelope of old workbooks (Compound File Binary, [MS-CFB]): whether the file has all the sectors that its table names. The reader of
//! these workbooks takes that for granted.

/// Bytes of the header.
const HEADER: usize = 512;

/// An entry of the table that stands for no sector.
const FREE: u32 = 0xFFFF_FFFF;

/// Whether the file is long enough for the sectors in use.
pub fn is_whole(bytes: &[u8]) -> bool {
    let Some(shift) = bytes.get(30..32).and_then(|pair| pair.first()) else {
        return false;
    };
    if !matches!(shift, 9 | 12) {
        return false;
    }
    let size = 1_usize << shift;
    let start = |sector: u32| (sector as usize + 1).checked_mul(size);
    // The first 109 sectors of the table are named in the header, [MS-CFB] 2.2.
    let named = bytes.get(76..HEADER).unwrap_or_default();
    let tables = numbers(named).filter(|&sector| sector < FREE - 5);
    let mut last = 0;
    for (rank, sector) in tables.enumerate() {
        let Some(table) = start(sector).and_then(|start| bytes.get(start..start + size)) else {
            return false;
        };
        let entries = size / 4;
        let used = numbers(table)
            .enumerate()
            .filter(|(_, entry)| *entry != FREE)
            .last();
        last = used.map_or(last, |(entry, _)| rank * entries + entry);
    }
    // Writers may leave the last sector short.
    start(u32::try_from(last).unwrap_or(FREE)).is_some_and(|start| start < bytes.len())
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    let (quads, _) = bytes.as_chunks::<4>();
    quads.iter().map(|&quad| u32::from_le_bytes(quad))
}
