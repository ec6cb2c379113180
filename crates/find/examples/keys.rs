//! Types a text letter by letter, as a visitor would, among the files that `leviers build` wrote. After each letter it prints the best
//! answer, how many bytes were fetched for it, and how long it took to read them and to answer.
//!
//! ```sh
//! cargo run --release -p leviers-find --example keys -- dist/data/*/find "12 rue de la paix 75002 paris"
//! ```

use find::{Index, Query};
use model::data::{directory::Shard, named::decode_named};
use std::collections::BTreeSet;
use std::time::Instant;
use std::{env, error::Error, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let usage = "keys FOLDER TEXT";
    let folder = arguments.next().ok_or(usage)?;
    let text = arguments.next().ok_or(usage)?;
    let read = |name: &str| fs::read(format!("{folder}/{name}.bin"));

    let start = Instant::now();
    let mut index = Index::default();
    index.add(Shard::decode(&read("first")?)?);
    index.add_named(decode_named(&read("sheets-fr")?)?);
    println!(
        "{:>6} µs  {} names to begin with",
        start.elapsed().as_micros(),
        index.len()
    );

    let mut known = BTreeSet::new();
    for end in text
        .char_indices()
        .map(|(at, letter)| at + letter.len_utf8())
    {
        let typed = text.get(..end).unwrap_or_default();
        let query = Query::new(typed);
        let mut fetched = 0;
        let start = Instant::now();
        for key in query.shards(index.keys()) {
            if known.insert(key.clone()) {
                let file = read(&format!("names-{key}"))?;
                fetched += file.len();
                index.add(Shard::decode(&file)?);
            }
        }
        let reading = start.elapsed().as_micros();
        let start = Instant::now();
        let groups = index.answers(&query);
        let answering = start.elapsed().as_micros();
        let best = groups.first().and_then(|(_, answers)| answers.first());
        let best = best.map_or("", |answer| &answer.name);
        println!(
            "{reading:>6} + {answering:>6} µs  {fetched:>6} bytes  {:>6} names  « {typed} »  {best}",
            index.len()
        );
    }
    Ok(())
}
