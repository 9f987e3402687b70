//! Loading: the bytes a page brings → a bank, or why not.

use crate::quiz::{Bank, Problem};
use js_sys::{Promise, Reflect, Uint8Array};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Why there is no bank to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// No answer: no network, a wrong address, or the other server does not allow it.
    Network(String),
    /// No answer in time.
    Timeout(String),
    /// The server answered, but not with a bank.
    Status(u16, String),
    /// The bank has problems.
    Unreadable(Vec<Problem>),
}

impl LoadError {
    /// Its code in `selfcheck-error`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Network(_) => "network",
            Self::Timeout(_) => "timeout",
            Self::Status(..) => "http",
            Self::Unreadable(_) => "bank",
        }
    }

    /// What happened, for the page's owner.
    #[must_use]
    pub fn message(&self) -> String {
        match self {
            Self::Network(message) | Self::Timeout(message) | Self::Status(_, message) => message.clone(),
            Self::Unreadable(problems) => {
                let first = problems.first().map(ToString::to_string).unwrap_or_default();
                format!("{} problem(s) in the bank: {first}", problems.len())
            }
        }
    }

    /// The problems of the bank, if that is why.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        match self {
            Self::Unreadable(problems) => problems,
            Self::Network(_) | Self::Timeout(_) | Self::Status(..) => &[],
        }
    }
}

/// Waits for the bytes of a bank and reads them; `whole` makes its addresses whole.
///
/// # Errors
/// When they do not come, or are not a bank.
pub async fn bank(bytes: Promise, whole: &dyn Fn(&str) -> String) -> Result<(Bank, Vec<u8>), LoadError> {
    let bytes = self::bytes(bytes).await?;
    let bank = Bank::read_bytes(&bytes, whole).map_err(LoadError::Unreadable)?;
    Ok((bank, bytes))
}

/// Waits for the rest of a bank, and reads the whole.
///
/// # Errors
/// When it does not come, or is not the rest of this bank.
pub async fn with_rest(
    first: &[u8],
    rest: Promise,
    whole: &dyn Fn(&str) -> String,
) -> Result<Bank, LoadError> {
    Bank::read_with_rest(first, &bytes(rest).await?, whole).map_err(LoadError::Unreadable)
}

async fn bytes(bytes: Promise) -> Result<Vec<u8>, LoadError> {
    Ok(Uint8Array::new(&wait(bytes).await?).to_vec())
}

/// Waits for what selfcheck.js fetches.
///
/// # Errors
/// When it does not come.
pub async fn wait(coming: Promise) -> Result<JsValue, LoadError> {
    JsFuture::from(coming).await.map_err(|failure| of_failure(&failure))
}

/// The `Failure` of selfcheck.js.
fn of_failure(failure: &JsValue) -> LoadError {
    let get = |name: &str| Reflect::get(failure, &name.into()).unwrap_or_default();
    let message = get("message").as_string().unwrap_or_default();
    match get("code").as_string().as_deref() {
        Some("timeout") => LoadError::Timeout(message),
        // A status has three digits.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        Some("http") => LoadError::Status(get("status").as_f64().unwrap_or_default() as u16, message),
        _ => LoadError::Network(message),
    }
}
