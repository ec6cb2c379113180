//! The app, in the browser.

fn main() {
    carte_leviers::web::run();
}
