//! One frame: the camera moves, the markers follow, the canvas is painted; at rest the list and the address follow too.

use super::*;

impl Stage {
    /// Paints again, though the camera has not moved.
    pub fn repaint(this: &SharedStage) {
        this.borrow_mut().stale = true;
        Self::ask_frame(this);
    }

    /// Asks for a frame, unless one is coming.
    pub(super) fn ask_frame(this: &SharedStage) {
        let mut stage = this.borrow_mut();
        if std::mem::replace(&mut stage.frame_asked, true) {
            return;
        }
        // One function for all frames.
        let on_frame = stage.on_frame.get_or_insert_with(|| {
            let stage = this.clone();
            Closure::new(move || {
                stage.borrow_mut().frame_asked = false;
                Self::frame(&stage, dom::now());
            })
        });
        if let Some(window) = dom::window() {
            // It fails in no browser.
            let _ = window.request_animation_frame(on_frame.as_ref().unchecked_ref());
        }
    }

    pub(super) fn frame(this: &SharedStage, now: f64) {
        let moving = this.borrow_mut().step(now);
        let drawn = this.borrow_mut().draw(now, moving);
        if moving || !drawn {
            if this.borrow().awaits_basemap() {
                // Once the first markers are on screen.
                let stage = this.clone();
                react::later(0, move || Self::fetch_seen(&stage));
            }
            Self::ask_frame(this);
        } else {
            Self::settle(this, now);
        }
    }

    /// Whether the basemap is what comes next: nothing is painted yet, and no layer is on its way, whose points come before.
    fn awaits_basemap(&self) -> bool {
        self.painted.is_none() && !self.layers.are_coming()
    }

    /// Moves the camera to where it is now; whether it goes on.
    pub(super) fn step(&mut self, now: f64) -> bool {
        let Some(movement) = &self.movement else {
            return false;
        };
        let (camera, over) = movement.at(now);
        self.camera = camera.with_size(self.camera.size());
        if over {
            self.movement = None;
        }
        !over
    }

    /// Draws what the camera sees; whether that is all.
    pub(super) fn draw(&mut self, now: f64, moving: bool) -> bool {
        if !self.stale && self.painted.as_ref() == Some(&self.camera) {
            self.update_points();
            return true;
        }
        // New buttons are what the visitor waits for, and cost most of a frame: the basemap, whose names give way to them, is painted
        // in the next one, unless it has waited for long.
        let new_buttons = self.update_markers() || self.update_points();
        // At the start there is no basemap to paint yet, and layers may be about to come.
        let coming = || self.layers.are_coming() || !self.basemaps.is_settled(&self.camera);
        let more = new_buttons || (self.painted.is_none() && coming());
        if more && self.put_off < MOST_PUT_OFF {
            self.put_off += 1;
            self.layers.markers.follow(&self.camera);
            if let Some(painted) = self.painted {
                self.shift_canvas(&painted);
            }
            return false;
        }
        self.update_points();
        let moving = moving || self.held;
        if moving {
            self.pace.frame(now);
        }
        let slow = self.paint_ms > QUICK_PAINT_MS && now - self.painted_at < REPAINT_MS;
        match self.painted {
            Some(painted) if slow && moving => self.shift_canvas(&painted),
            _ => self.paint(now, moving && self.pace.is_slow()),
        }
        true
    }

    /// The buttons are made again only when other clusters come into view; otherwise they are moved. Those that leave the view
    /// are taken away with the next change: each change of the page costs a layout. Whether they were made again.
    pub(super) fn update_markers(&mut self) -> bool {
        let spread = marks::spreads(&self.camera);
        let same = self.marked.as_ref().is_some_and(|marked| {
            marked.spread == spread && self.clusterer.sees_no_other(&self.camera, &marked.clusters)
        });
        if !same {
            self.make_markers(spread);
        }
        self.markers.follow(&self.camera);
        !same
    }

    /// At rest there are buttons of what is seen only, each exactly in its place.
    fn tidy_markers(&mut self) {
        let seen = self.clusterer.seen(&self.camera).count();
        if let Some(marked) = &self.marked
            && marked.clusters.len() != seen
        {
            self.make_markers(marked.spread);
        }
        self.markers.place(&self.camera);
    }

    fn make_markers(&mut self, spread: bool) {
        let clusters: Vec<Cluster> = self.clusterer.seen(&self.camera).cloned().collect();
        let before = self.marked.take().filter(|_| self.motion() == Motion::Full);
        let kinship = before.map(|before| expand::kinship(&before.clusters, &clusters));
        let towns = self.basemaps.get(TOWNS);
        let ingredients = Ingredients {
            catalogue: &self.catalogue,
            categories: &self.categories,
            matches: self.clusterer.matches(),
            towns: towns.map(Rc::as_ref),
            texts: self.store.texts,
        };
        let marks = ingredients.marks(&clusters, &self.camera);
        self.markers.update(marks, &self.camera, kinship.as_ref());
        self.markers
            .highlight(selected_item(self.store), hovered_item(self.store));
        self.marked = Some(Marked { clusters, spread });
    }

    /// Moves the last picture to where it belongs now; the next painting is sharper.
    pub(super) fn shift_canvas(&mut self, painted: &Camera) {
        let style = &mut self.scratch.style;
        shift(&self.elements.canvas, painted, &self.camera, style);
    }

    /// Paints the basemap, with thin lines where better ones would make the next frames late.
    pub(super) fn paint(&mut self, now: f64, thin: bool) {
        let Self {
            camera,
            basemaps,
            painter,
            scratch,
            ..
        } = self;
        scratch.clear();
        scratch.painted.extend(basemaps.to_paint(camera).cloned());
        scratch.named.extend(basemaps.to_name(camera).cloned());
        scratch.obstacles.extend(self.markers.rects(camera));
        scratch.obstacles.extend(self.layers.markers.rects(camera));
        painter.paint(&Picture {
            camera,
            basemaps: &scratch.painted,
            thin,
        });
        for Outline { file, layer, code } in &self.outlines {
            if let Some(basemap) = basemaps.finest(file) {
                painter.outline(camera, basemap, *layer, code);
            }
        }
        self.names
            .write(&scratch.named, camera, &scratch.obstacles, painter);
        unshift(&self.elements.canvas);
        if let Some(act) = self.waiting.take() {
            react::later(0, act);
        }
        self.painted = Some(self.camera);
        self.painted_thin = thin;
        self.painted_at = now;
        self.put_off = 0;
        self.stale = false;
        self.paint_ms = dom::now() - now;
    }

    /// The camera rests: the picture is made sharp, the list and the address follow, the files in view are fetched.
    pub(super) fn settle(this: &SharedStage, now: f64) {
        let (store, view, bounds, here) = {
            let mut stage = this.borrow_mut();
            let sharp = stage.painted.as_ref() == Some(&stage.camera) && !stage.painted_thin;
            if !stage.held {
                stage.pace.rest();
                stage.tidy_markers();
                stage.tidy_points();
                if !sharp {
                    stage.paint(now, false);
                }
            }
            stage.show_scale();
            let camera = stage.camera;
            (
                stage.store,
                stage.view,
                bounds_in_degrees(&camera),
                view_of(&camera),
            )
        };
        if store.view_bounds.get_untracked() != Some(bounds) {
            store.view_bounds.set(Some(bounds));
        }
        if this.borrow().placed && view.get_untracked() != Some(here) {
            view.set(Some(here));
        }
        Self::fetch_seen(this);
        Self::list_points_at_rest(this);
    }

    /// Fetches the files of what the map shows, those that were not asked for yet.
    fn fetch_seen(this: &SharedStage) {
        let asked = {
            let mut stage = this.borrow_mut();
            let camera = stage.camera;
            stage.basemaps.ask(&camera)
        };
        for name in asked {
            Self::fetch(this, name);
        }
    }

    pub(super) fn need(this: &SharedStage, name: &str) {
        let new = this.borrow_mut().basemaps.ask_one(name);
        if new {
            Self::fetch(this, name.to_owned());
        }
    }

    pub(super) fn fetch(this: &SharedStage, name: String) {
        let stage = this.clone();
        react::spawn(async move {
            let result = basemaps::fetch(&name).await;
            let failed = result.is_err();
            let store = {
                let mut stage = stage.borrow_mut();
                stage.basemaps.keep(&name, result);
                // The names of clusters tell the nearest town.
                stage.marked = stage.marked.take().filter(|_| name != TOWNS);
                if name == TOWNS {
                    stage.layers.renamed();
                }
                stage.store
            };
            if failed {
                store.tell(Notice::error(store.texts.basemap_failed.to_owned()));
            }
            stage.borrow().tell_ready();
            Self::repaint(&stage);
        });
    }

    /// The map hears the visitor and follows the state.
    pub fn set_attended(this: &SharedStage) {
        this.borrow_mut().attended = true;
        this.borrow().tell_ready();
    }

    /// The page says when the first view is complete, files and interface: scripts that measure or test it wait for that.
    fn tell_ready(&self) {
        if !self.attended || !self.basemaps.is_settled(&self.camera) {
            return;
        }
        if let Some(root) = dom::root() {
            let _ = root.dataset().set("ready", "carte");
        }
    }

    /// Does something once the map is painted; after so many milliseconds, where it is not on screen and hence not drawn.
    pub fn once_painted(this: &SharedStage, at_latest_ms: u64, act: impl FnOnce() + 'static) {
        this.borrow_mut().waiting = Some(Box::new(act));
        let stage = this.clone();
        react::later(at_latest_ms, move || {
            let waiting = stage.borrow_mut().waiting.take();
            if let Some(act) = waiting {
                act();
            }
        });
    }

    /// Says the scale, once its bar is in the page.
    pub fn show_scale(&self) {
        let Some(scale) = dom::find(".scale") else {
            return;
        };
        let bar = crate::map::scale::scale_bar(&self.camera, 110.0);
        let words = if bar.metres < 1000.0 {
            format!("{} m", bar.metres as u32)
        } else {
            format!("{} km", (bar.metres / 1000.0) as u32)
        };
        scale.set_text_content(Some(&words));
        let _ = scale
            .style()
            .set_property("width", &format!("{}px", decimal(bar.px, 1)));
    }

    pub(super) fn outline_box(&self, rect: Option<Rect>) {
        let element = &self.elements.box_outline;
        element.set_hidden(rect.is_none());
        let Some(rect) = rect else { return };
        let size = rect.size();
        for (name, px) in [
            ("left", rect.min.x),
            ("top", rect.min.y),
            ("width", size.width),
            ("height", size.height),
        ] {
            let _ = element
                .style()
                .set_property(name, &format!("{}px", decimal(px, 0)));
        }
    }
}

fn bounds_in_degrees(camera: &Camera) -> [f64; 4] {
    let bounds = camera.bounds();
    let (north_west, south_east) = (
        mercator::unproject(bounds.min),
        mercator::unproject(bounds.max),
    );
    [
        north_west.lon(),
        south_east.lat(),
        south_east.lon(),
        north_west.lat(),
    ]
}

fn view_of(camera: &Camera) -> View {
    let place = mercator::unproject(camera.centre());
    let rounded = |value: f64, unit: f64| (value * unit).round() / unit;
    View {
        zoom: rounded(camera.zoom(), 100.0),
        lat: rounded(place.lat(), 1e4),
        lon: rounded(place.lon(), 1e4),
    }
}
