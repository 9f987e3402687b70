//! Fetching and saving for a Rust program: what selfcheck.js does for the element.

use gloo::timers::callback::Timeout;
use js_sys::{Array, Error, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{AbortSignal, Blob, BlobPropertyBag, HtmlElement, RequestInit, Response, Url};

/// How long a server may take to answer, in milliseconds.
const PATIENCE: u32 = 30_000;

/// For how long a file can be fetched that the learner saves, in milliseconds.
const UNTIL_SAVED: u32 = 60_000;

/// The whole of an address that is relative to another, or to the page; as it is where that cannot be.
pub(super) fn whole(address: &str, base: Option<&str>) -> String {
    let page = || web_sys::window()?.document()?.base_uri().ok()?;
    let base = base.map(str::to_owned).or_else(page).unwrap_or_default();
    Url::new_with_base(address, &base).map_or_else(|_| address.to_owned(), |whole| whole.href())
}

/// The bytes at an address; else a failure with a code, as [`LoadError`](crate::widget::load::LoadError) is
/// read from.
pub(super) fn fetch(address: String) -> Promise {
    future_to_promise(async move {
        match bytes(&address).await {
            Ok(Ok(bytes)) => Ok(bytes),
            Ok(Err(status)) => {
                let message = format!("{address} answered {status}");
                Err(failure("http", &message, status))
            }
            Err(error) => {
                let code = if text(&error, "name") == "TimeoutError" { "timeout" } else { "network" };
                Err(failure(code, &format!("{address}: {}", text(&error, "message")), 0))
            }
        }
    })
}

/// The bytes, or the status of an answer that brings none.
async fn bytes(address: &str) -> Result<Result<JsValue, u16>, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let init = RequestInit::new();
    init.set_signal(Some(&AbortSignal::timeout_with_u32(PATIENCE)));
    let response: Response =
        JsFuture::from(window.fetch_with_str_and_init(address, &init)).await?.unchecked_into();
    if !response.ok() {
        return Ok(Err(response.status()));
    }
    let buffer = JsFuture::from(response.array_buffer()?).await?;
    Ok(Ok(Uint8Array::new(&buffer).into()))
}

fn text(error: &JsValue, name: &str) -> String {
    Reflect::get(error, &name.into()).ok().and_then(|text| text.as_string()).unwrap_or_default()
}

fn failure(code: &str, message: &str, status: u16) -> JsValue {
    let failure = Error::new(message);
    // Setting a property of an object that was just made cannot fail.
    let _ = Reflect::set(&failure, &"code".into(), &code.into());
    let _ = Reflect::set(&failure, &"status".into(), &status.into());
    failure.into()
}

/// Has the learner save a file, without asking any server.
pub(super) fn save(name: &str, text: &str) -> Result<(), JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type("application/json");
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &kind)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let link: HtmlElement = document.create_element("a")?.unchecked_into();
    link.set_attribute("href", &address)?;
    link.set_attribute("download", name)?;
    link.click();
    Timeout::new(UNTIL_SAVED, move || {
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    Ok(())
}
