//! Files of our own origin, by paths relative to the page.

use crate::data::FrameError;
use crate::text::Texts;
use gloo_net::http::Request;
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// Why a file did not come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FetchError {
    /// No answer.
    Network,
    /// An answer that is not the file.
    Status(u16),
    /// A file that cannot be read.
    Unreadable(FrameError),
}

impl FetchError {
    /// The reason, in words.
    pub fn words(&self, texts: &Texts) -> String {
        match self {
            Self::Network => texts.no_answer.to_owned(),
            Self::Status(status) => (texts.http_status)(*status),
            Self::Unreadable(error) => (texts.unreadable)(*error),
        }
    }
}

/// The bytes of a file that is asked for now: it is on its way while the caller does something else. A task would ask once that is
/// done.
pub fn begun(path: &'static str) -> impl Future<Output = Result<Vec<u8>, FetchError>> {
    let mut coming = Box::pin(bytes(path));
    let first = pin!(coming.as_mut()).poll(&mut Context::from_waker(Waker::noop()));
    async move {
        match first {
            Poll::Ready(done) => done,
            Poll::Pending => coming.await,
        }
    }
}

/// The bytes of a file.
///
/// # Errors
/// When the server does not answer, or answers with an error.
pub async fn bytes(path: &str) -> Result<Vec<u8>, FetchError> {
    let response = Request::get(path)
        .send()
        .await
        .map_err(|_| FetchError::Network)?;
    if !response.ok() {
        return Err(FetchError::Status(response.status()));
    }
    response.binary().await.map_err(|_| FetchError::Network)
}
