//! The basemap files of what the map shows, fetched once each.

use super::{SharedStage, Stage};
use crate::browser::react;
use crate::map::basemaps::{self, TOWNS};
use crate::state::Notice;

impl Stage {
    /// Fetches the files of the view, those that were not asked for yet.
    pub(super) fn fetch_seen(this: &SharedStage) {
        let asked = {
            let mut stage = this.borrow_mut();
            let camera = stage.camera;
            stage.basemaps.ask(&camera)
        };
        for name in asked {
            Self::fetch(this, name);
        }
    }

    /// Fetches a file, unless it was asked for.
    pub(super) fn need(this: &SharedStage, name: &str) {
        let new = this.borrow_mut().basemaps.ask_one(name);
        if new {
            Self::fetch(this, name.to_owned());
        }
    }

    fn fetch(this: &SharedStage, name: String) {
        let this = this.clone();
        react::spawn(async move {
            let result = basemaps::fetch(&name).await;
            let failed = result.is_err();
            let store = {
                let mut stage = this.borrow_mut();
                stage.basemaps.keep(&name, result);
                // The names of clusters tell the nearest town.
                if name == TOWNS {
                    stage.initiatives.overlay.spoil();
                    stage.layers.renamed();
                }
                stage.store
            };
            if failed {
                store.tell(Notice::error(store.texts.basemap_failed.to_owned()));
            }
            this.borrow().tell_ready();
            Self::repaint(&this);
        });
    }
}
