//! The pictures that other sites show of pages. Those that the site of before has already are kept: their key says so.

use crate::disk::OutputFile;
use anyhow::{Result, anyhow};
use card::Card;
use std::fs;
use std::path::Path;
use std::sync::Mutex;
use std::thread;

/// Draws the pictures, each at its path. `out`: the folder of the site that they are for.
///
/// # Errors
/// When one cannot be drawn.
pub fn draw(cards: Vec<(String, Card)>, out: &Path) -> Result<Vec<OutputFile>> {
    let waiting = Mutex::new(cards.into_iter());
    let drawn = Mutex::new(Vec::new());
    let work = || -> Result<()> {
        loop {
            let next = waiting.lock().map_err(|_| stopped())?.next();
            let Some((path, card)) = next else {
                return Ok(());
            };
            let bytes = match kept(&out.join(&path), &card) {
                Some(bytes) => bytes,
                None => card::draw(&card)?,
            };
            drawn
                .lock()
                .map_err(|_| stopped())?
                .push(OutputFile::new(path, bytes));
        }
    };
    thread::scope(|scope| {
        let count = thread::available_parallelism().map_or(1, usize::from);
        let workers: Vec<_> = (0..count).map(|_| scope.spawn(work)).collect();
        let mut ends = workers.into_iter().map(|worker| worker.join());
        ends.try_for_each(|end| end.map_err(|_| stopped())?)
    })?;
    drawn.into_inner().map_err(|_| stopped())
}

/// A picture that shows this card already.
fn kept(path: &Path, card: &Card) -> Option<Vec<u8>> {
    let bytes = fs::read(path).ok()?;
    card::has_key(&bytes, &card::key(card)).then_some(bytes)
}

fn stopped() -> anyhow::Error {
    anyhow!("le dessin des images s'est arrêté")
}
