//! The words of the map: initiatives, levers, authorities, places. No I/O, no browser.
