//! The order of the opening: markers, basemap, interface, « ready ». Each step is taken once; the caller executes it.

/// A map that is not on screen, as in an iframe further down its page, is not painted. What waits for the first picture waits no longer
/// than this, in milliseconds.
pub const PAINTED_AT_LATEST_MS: u64 = 1000;

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// A frame is over.
    Frame {
        /// Whether the canvas is still blank.
        blank: bool,
        /// Whether an overlay still waits for its points. They come before the basemap.
        points_coming: bool,
    },
    /// The first picture was painted.
    Painted,
    /// [`PAINTED_AT_LATEST_MS`] have passed, or there is nothing to wait for.
    TimeIsUp,
    /// The interface is there and the map hears the visitor.
    Attended,
    /// Every file of the view has come, or never will.
    FilesSettled,
}

/// What to do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Ask for the files of the basemap: the first markers are on screen.
    FetchBasemap,
    /// Make what stands beside the map and on it.
    MountInterface,
    /// Tell the page that the first view is complete.
    TellReady,
}

/// How far the opening has come.
#[derive(Clone, Copy, Debug, Default)]
pub struct Opening {
    fetched: bool,
    mounted: bool,
    attended: bool,
    settled: bool,
    told: bool,
}

impl Opening {
    /// Returns the step that an event makes due, if any.
    pub fn on(&mut self, event: Event) -> Option<Step> {
        match event {
            Event::Frame {
                blank: true,
                points_coming: false,
            } => once(&mut self.fetched, Step::FetchBasemap),
            Event::Frame { .. } => None,
            Event::Painted | Event::TimeIsUp => once(&mut self.mounted, Step::MountInterface),
            Event::Attended => {
                self.attended = true;
                self.ready()
            }
            Event::FilesSettled => {
                self.settled = true;
                self.ready()
            }
        }
    }

    fn ready(&mut self) -> Option<Step> {
        (self.attended && self.settled)
            .then(|| once(&mut self.told, Step::TellReady))
            .flatten()
    }
}

fn once(done: &mut bool, step: Step) -> Option<Step> {
    (!std::mem::replace(done, true)).then_some(step)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const MARKERS: Event = Event::Frame {
        blank: true,
        points_coming: false,
    };

    fn story(events: &[Event]) -> Vec<Step> {
        let mut opening = Opening::default();
        events
            .iter()
            .filter_map(|&event| opening.on(event))
            .collect()
    }

    #[test]
    fn markers_then_basemap_then_interface_then_ready() {
        assert_eq!(
            story(&[
                MARKERS,
                Event::Painted,
                Event::Attended,
                Event::FilesSettled
            ]),
            [Step::FetchBasemap, Step::MountInterface, Step::TellReady]
        );
    }

    #[test]
    fn a_layer_on_its_way_comes_before_the_basemap() {
        let waiting = Event::Frame {
            blank: true,
            points_coming: true,
        };
        assert_eq!(story(&[waiting, waiting]), []);
        assert_eq!(story(&[waiting, MARKERS]), [Step::FetchBasemap]);
    }

    #[test]
    fn a_map_off_screen_is_attended_though_it_is_not_painted() {
        assert_eq!(
            story(&[Event::TimeIsUp, Event::Attended]),
            [Step::MountInterface]
        );
        // It comes on screen later: nothing is mounted twice.
        assert_eq!(
            story(&[Event::TimeIsUp, MARKERS, Event::Painted]),
            [Step::MountInterface, Step::FetchBasemap]
        );
    }

    #[test]
    fn files_that_settle_before_the_interface_are_not_forgotten() {
        assert_eq!(
            story(&[Event::FilesSettled, Event::Attended]),
            [Step::TellReady]
        );
    }

    proptest! {
        #[test]
        fn no_step_is_taken_twice(events in prop::collection::vec(prop_oneof![
            Just(MARKERS), Just(Event::Painted), Just(Event::TimeIsUp), Just(Event::Attended), Just(Event::FilesSettled)
        ], 0..30)) {
            let steps = story(&events);
            for step in [Step::FetchBasemap, Step::MountInterface, Step::TellReady] {
                prop_assert!(steps.iter().filter(|&&taken| taken == step).count() <= 1);
            }
        }
    }
}
