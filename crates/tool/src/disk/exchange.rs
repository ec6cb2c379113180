//! Two folders take each other's name.

use std::io;
use std::path::Path;

/// At once, where the system and the disk can: at no time is one of the names missing.
#[cfg(target_os = "linux")]
pub fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    match renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE) {
        Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => in_turn(one, other),
        done => Ok(done?),
    }
}

/// One after the other.
#[cfg(not(target_os = "linux"))]
pub fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    in_turn(one, other)
}

/// For an instant `other` is missing: what is interrupted right then has to be run again.
fn in_turn(one: &Path, other: &Path) -> io::Result<()> {
    let between = one.with_extension("autre.tmp");
    std::fs::rename(other, &between)?;
    std::fs::rename(one, other)?;
    std::fs::rename(between, one)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn folders_take_each_others_name() {
        let root = std::env::temp_dir().join(format!("leviers-exchange-{}", std::process::id()));
        type Exchange = fn(&Path, &Path) -> io::Result<()>;
        for way in [exchange as Exchange, in_turn] {
            let (one, other) = (root.join("one.1.tmp"), root.join("other"));
            for folder in [&one, &other] {
                fs::create_dir_all(folder).unwrap();
                fs::write(folder.join("name"), folder.to_str().unwrap()).unwrap();
            }
            way(&one, &other).unwrap();
            assert_eq!(
                fs::read_to_string(other.join("name")).unwrap(),
                one.to_str().unwrap()
            );
            assert_eq!(
                fs::read_to_string(one.join("name")).unwrap(),
                other.to_str().unwrap()
            );
            assert_eq!(fs::read_dir(&root).unwrap().count(), 2);
            fs::remove_dir_all(&root).unwrap();
        }
    }
}
