//! Entry of the WebAssembly module.
use yew::prelude::*;
#[component]
fn App() -> Html {
    html! { <p>{ "hello" }</p> }
}
fn main() {
    yew::Renderer::<App>::new().render();
}
