//! A file that tells its progress and can be cancelled. `fetch` needs three objects of the browser for that, `XMLHttpRequest` one.

use js_sys::Uint8Array;
use model::data::FetchError;
use page::dom::Listener;
use web_sys::{Event, ProgressEvent, XmlHttpRequest, XmlHttpRequestResponseType};

/// What is done with the bytes of a file.
pub type Done = Box<dyn FnOnce(Result<Vec<u8>, FetchError>)>;

/// A file on its way; dropped, nobody hears of it any more.
pub struct Request {
    request: XmlHttpRequest,
    heard: Vec<Listener>,
}

impl Request {
    /// Asks for a file. `progress` is told how many bytes have come.
    pub fn new(path: &str, progress: Box<dyn Fn(f64)>, done: Done) -> Option<Self> {
        let request = XmlHttpRequest::new().ok()?;
        request.open("GET", path).ok()?;
        request.set_response_type(XmlHttpRequestResponseType::Arraybuffer);
        let advanced = Listener::new(&request, "progress", move |event: ProgressEvent| {
            progress(event.loaded());
        });
        let (mut done, ended) = (Some(done), request.clone());
        let over = Listener::new(&request, "loadend", move |_: Event| {
            if let Some(done) = done.take() {
                done(bytes(&ended));
            }
        });
        request.send().ok()?;
        Some(Self {
            request,
            heard: vec![advanced, over],
        })
    }
}

impl Drop for Request {
    fn drop(&mut self) {
        // What is given up is over too: that is not heard.
        self.heard.clear();
        let _ = self.request.abort();
    }
}

fn bytes(request: &XmlHttpRequest) -> Result<Vec<u8>, FetchError> {
    match request.status() {
        Ok(200) => Ok(Uint8Array::new(&request.response().unwrap_or_default()).to_vec()),
        Ok(0) | Err(_) => Err(FetchError::Network),
        Ok(status) => Err(FetchError::Status(status)),
    }
}
