//! Work shared by the cores.

use anyhow::{Result, anyhow};
use std::sync::Mutex;
use std::thread;

/// What `work` makes of each item, in no order. Once an item fails, its core takes no other.
///
/// # Errors
/// The first failure met; or that of a core that stopped.
pub fn each<I: Send, O: Send>(
    items: impl IntoIterator<Item = I, IntoIter: Send>,
    work: impl Fn(I) -> Result<O> + Sync,
) -> Result<Vec<O>> {
    let waiting = Mutex::new(items.into_iter());
    let made = Mutex::new(Vec::new());
    let next = || {
        waiting
            .lock()
            .map(|mut items| items.next())
            .map_err(|_| stopped())
    };
    let take = || -> Result<()> {
        while let Some(item) = next()? {
            let one = work(item)?;
            made.lock().map_err(|_| stopped())?.push(one);
        }
        Ok(())
    };
    thread::scope(|scope| {
        let count = thread::available_parallelism().map_or(1, usize::from);
        let cores: Vec<_> = (0..count).map(|_| scope.spawn(take)).collect();
        let mut ends = cores.into_iter().map(thread::ScopedJoinHandle::join);
        ends.try_for_each(|end| end.map_err(|_| stopped())?)
    })?;
    made.into_inner().map_err(|_| stopped())
}

fn stopped() -> anyhow::Error {
    anyhow!("le travail s'est arrêté")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_item_is_worked_on_once() {
        let mut squares = each(0..100_u32, |number| Ok(number * number)).unwrap();
        squares.sort_unstable();
        let expected: Vec<u32> = (0..100).map(|number| number * number).collect();
        assert_eq!(squares, expected);
    }

    #[test]
    fn a_failure_is_told() {
        let failed = each(0..100_u32, |number| match number {
            42 => Err(anyhow!("quarante-deux")),
            _ => Ok(number),
        });
        assert_eq!(failed.unwrap_err().to_string(), "quarante-deux");
    }
}
