//! The workshop as a worker sees it. Texts are JSON; a refusal is thrown as the JSON of its problem.

use atelier::{Asked, Session, View, Which};
use engine::Size;
use import::Problem;
use import::leave::Shown;
use js_sys::{Function, Uint8Array};
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Nothing starts by itself: the worker does.
fn main() {}

/// The workshop.
#[wasm_bindgen]
pub struct Workshop(Session);

/// A layer of points for the map.
#[wasm_bindgen]
pub struct Layer(import::leave::Layer, View);

#[wasm_bindgen]
impl Workshop {
    /// See [`Session::new`].
    ///
    /// # Errors
    /// When the territories cannot be read.
    #[wasm_bindgen(constructor)]
    pub fn new(communes: &[u8], territories: &[u8]) -> Result<Self, JsValue> {
        Session::new(communes, territories)
            .map(Self)
            .map_err(thrown)
    }

    /// See [`Session::choices`].
    pub fn choices() -> String {
        Session::choices()
    }

    /// See [`Session::open`]. `said` is « null », or what is asked and what is mended. `told` is called with how many rows are done, and of how many.
    ///
    /// # Errors
    /// When the file is refused.
    pub fn open(
        &mut self,
        name: &str,
        bytes: Vec<u8>,
        said: &str,
        told: &Function,
    ) -> Result<String, JsValue> {
        let opened = self.0.open(name, bytes, read(said), &mut telling(told));
        opened.map_err(refused)
    }

    /// See [`Session::ask`].
    ///
    /// # Errors
    /// When the file cannot be read so.
    pub fn ask(&mut self, asked: &str, told: &Function) -> Result<String, JsValue> {
        let asked: Asked = read(asked);
        self.0.ask(asked, &mut telling(told)).map_err(refused)
    }

    /// See [`Session::mend`].
    ///
    /// # Errors
    /// When nothing is held.
    pub fn mend(&mut self, mends: &str, told: &Function) -> Result<String, JsValue> {
        self.0
            .mend(read(mends), &mut telling(told))
            .map_err(refused)
    }

    /// See [`Session::rows`].
    pub fn rows(&self, which: &str) -> String {
        self.0.rows(&read::<Which>(which))
    }

    /// See [`Session::problems`].
    pub fn problems(&self, which: &str) -> String {
        self.0.problems(&read::<Which>(which))
    }

    /// See [`Session::row`].
    pub fn row(&self, line: f64) -> String {
        self.0.row(line as u64)
    }

    /// See [`Session::said`].
    pub fn said(&self) -> String {
        self.0.said()
    }

    /// See [`Session::layer`].
    ///
    /// # Errors
    /// When there is nothing to show.
    pub fn layer(
        &self,
        uses: bool,
        title: &str,
        credit: &str,
        width: f64,
        height: f64,
    ) -> Result<Layer, JsValue> {
        let layer = self
            .0
            .layer(shown(uses), title, credit, Size { width, height });
        layer
            .map(|(layer, view)| Layer(layer, view))
            .map_err(thrown)
    }

    /// See [`Session::leave`].
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn leave(
        &self,
        what: &str,
        id: &str,
        title: &str,
        credit: &str,
        uses: bool,
    ) -> Result<Vec<u8>, JsValue> {
        let layer = (id, title, credit, shown(uses));
        self.0.leave(what, Some(layer)).map_err(thrown)
    }
}

#[wasm_bindgen]
impl Layer {
    /// The name of a file; nothing past the last.
    pub fn name(&self, rank: usize) -> Option<String> {
        self.0.files.get(rank).map(|file| file.name.clone())
    }

    /// The bytes of a file.
    pub fn bytes(&self, rank: usize) -> Option<Uint8Array> {
        let file = self.0.files.get(rank)?;
        Some(Uint8Array::from(file.bytes.as_slice()))
    }

    /// The fragment of the address of the map that shows its points.
    pub fn view(&self) -> String {
        self.1.fragment.clone()
    }

    /// How many points that view does not show.
    pub fn elsewhere(&self) -> f64 {
        self.1.elsewhere as f64
    }

    /// The line of the row of each point of the layer.
    pub fn lines(&self) -> Vec<f64> {
        self.0.lines.iter().map(|&line| line as f64).collect()
    }
}

fn shown(uses: bool) -> Shown {
    match uses {
        true => Shown::Uses,
        false => Shown::Categories,
    }
}

/// What is read of a text of the page; the page's own scripts write it.
fn read<T: DeserializeOwned + Default>(text: &str) -> T {
    serde_json::from_str(text).unwrap_or_default()
}

fn telling(told: &Function) -> impl FnMut(usize, usize) {
    move |done, of| {
        // The page may have gone.
        let _ = told.call2(&JsValue::NULL, &(done as f64).into(), &(of as f64).into());
    }
}

fn refused(problem: Problem) -> JsValue {
    serde_json::to_string(&problem).unwrap_or_default().into()
}

fn thrown(error: anyhow::Error) -> JsValue {
    let problem = serde_json::json!({ "message": format!("{error:#}"), "remedy": "" });
    problem.to_string().into()
}
