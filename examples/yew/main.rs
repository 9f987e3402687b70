//! A Yew program with a quiz in it: `selfcheck::Quiz` with a bank in hand, and what its callbacks tell.
//!
//! ```sh
//! cargo build --example yew --target wasm32-unknown-unknown
//! .tools/bin/wasm-bindgen --target web --no-typescript --out-dir examples/yew/out \
//!   target/wasm32-unknown-unknown/debug/examples/yew.wasm
//! python3 -m http.server --directory examples/yew
//! ```

use selfcheck::Quiz;
use selfcheck::quiz::Bank;
use selfcheck::quiz::session::report::Report;
use selfcheck::quiz::session::settings::{Overrides, Shuffle};
use selfcheck::widget::component::told::Answered;
use std::rc::Rc;
use yew::prelude::*;

/// A bank can also be fetched: then give `Quiz` its address.
const BANK: &str = include_str!("bank.json");

/// A lesson that ends with a quiz, and knows how it went.
#[component]
pub fn Lesson() -> Html {
    let bank = use_memo((), |()| Bank::read(BANK).map(Rc::new));
    let n_answered = use_state(|| 0);
    let report = use_state(|| None);

    let on_answer = {
        let n_answered = n_answered.clone();
        Callback::from(move |answered: Answered| {
            if answered.is_final {
                n_answered.set(*n_answered + 1);
            }
        })
    };
    let on_finish = {
        let report = report.clone();
        Callback::from(move |ended: Report| report.set(Some(ended)))
    };
    let on_restart = {
        let (n_answered, report) = (n_answered.clone(), report.clone());
        Callback::from(move |()| {
            n_answered.set(0);
            report.set(None);
        })
    };
    let settings = Overrides { shuffle: Some(Shuffle::None), ..Overrides::default() };

    let quiz = match &*bank {
        Ok(bank) => html! {
            <Quiz bank={Rc::clone(bank)} {settings} save_key="yew-example" {on_answer} {on_finish} {on_restart}>
                <p>{ "The quiz is on its way." }</p>
            </Quiz>
        },
        // A bank that cannot be read says all that is wrong with it.
        Err(problems) => problems.iter().map(|problem| html! { <p>{ problem.to_string() }</p> }).collect(),
    };
    let told = match &*report {
        Some(report) => {
            format!("The program knows: {} of {} points.", report.score.earned, report.score.possible)
        }
        None => format!("The program knows: answered {}.", *n_answered),
    };
    html! {
        <main>
            <h1>{ "Making tea" }</h1>
            <p>{ "Black tea wants water that has just boiled, and five minutes." }</p>
            { quiz }
            <p id="told" role="status">{ told }</p>
        </main>
    }
}

fn main() {
    yew::Renderer::<Lesson>::new().render();
}
