//! Selfcheck: a practice quiz that a page drops in with two lines of HTML and that runs wholly in
//! the learner's browser. This page is the map of the code; the README is for those who use it.
//!
//! # The way through the house
//!
//! ```text
//! content/<bank>/*.toml        what authors write: TOML, with texts in Markdown
//!       │  selfcheck build     author: checks everything, turns Markdown into a closed tree of nodes
//!       ▼
//! dist/banks/<bank>.json       what browsers load: JSON, no Markdown, no HTML anywhere; and beside
//!       │                      it <bank>.rest.json, what explains, fetched after the first question
//!       │  fetched, inline in the page, or the `bank` property
//!       ▼
//! Bank::read                   quiz: a valid bank, or every problem in it
//!       ▼
//! Session::new                 quiz: the plan is drawn here, from a seed
//!       ▼
//! Session::update              quiz: Action in, Events out; nothing else happens
//!       │              ▲
//!       │              └─ Ask  from the views, through widget::player
//!       ├─► widget::view       what the learner sees, a function of plain data
//!       ├─► CustomEvent        what the page hears
//!       ├─► Snapshot           what is kept, so that nothing is lost
//!       └─► Record             its answers, kept for other days: what is due, how well each topic is known
//! ```
//!
//! Three folders, one sentence: **`quiz` is the subject, `widget` puts it on a page, `author` keeps
//! the files good; `widget` and `author` both use `quiz` and never each other.** `render`, which shows what
//! the one read with the views of the other, stands beside them.
//!
//! `src/widget/element/selfcheck.js` is the one script a page includes. It defines the element and
//! fetches this crate, compiled to WebAssembly, when the first widget comes near the viewport. The
//! bank is fetched beside it. One instance serves every widget of the page.
//!
//! A player knows whoever put it on a page as a [host](widget::host). selfcheck.js is one, by way of
//! [`widget::element`]; [`Quiz`], a component for programs in Rust, is the other.
//!
//! `src/embed/` has what a page can use beside that: `embed.html`, a quiz on a page of its own for iframes, with
//! `selfcheck-embed.js` for the page around it; `selfcheck-sw.js`, a service worker; and `offline.html`, of which
//! `scripts/offline.mjs` makes a page with everything in itself. They use the element as any page does, so
//! `selfcheck.js` knows nothing of them.
//!
//! A release build is divided in two: `selfcheck-widget_bg.wasm` has what is needed to begin and to answer
//! the common kinds, `selfcheck-more.wasm` the rest, fetched beside the first screen. [`widget::more`] is
//! the seam, and says what stands behind it; `scripts/split.sh` cuts there.
//!
//! `themes/` and `examples/` are for pages to copy: CSS made of the custom properties and parts of
//! `src/widget/widget.css`, and host pages of several kinds. `docs/theming.md` explains them.
//!
//! # Words
//!
//! | Word | Means |
//! |---|---|
//! | bank | a question set with its topics and scenarios |
//! | question | a stem with what there is to choose, of one [kind](quiz::question::Kind) |
//! | stem | what a question asks |
//! | option | one thing to choose; never “choice” or “alternative” |
//! | key | what is right: an option, several, a verdict, or a region |
//! | distractor | an option that is not a key |
//! | rationale | why an option is right or wrong, or the idea behind a question |
//! | reason | what supports the verdict in a true-false question |
//! | step | what is put in order in an ordering question |
//! | premise | what is matched in a matching question; its key is one of the `responses` |
//! | row, column | what is a premise and a response of a matching question is, in a grid, a row and a column |
//! | answer | what an author of a fill-in or numeric question, or of such a gap, thought of: an accepted word or range, or a likely mistake |
//! | passage, gap | the text of a cloze, and a place in it to choose for or to type in |
//! | model, check | an answer to compare one's own with, and something to look for in it |
//! | region | a named part of the picture of a hotspot question |
//! | term | a word of the glossary |
//! | scenario | a vignette that several questions share |
//! | response | what a learner gave. In a matching question also, as everywhere in the field, what premises are matched to: `responses` in files, [`Matching::responses`](quiz::question::matching::Matching::responses) here |
//! | score | points earned of points possible |
//! | session | one run through a plan |
//! | plan | which questions in which order, drawn once |
//! | report | what a session came to |
//! | snapshot | the saved form of a session |
//! | flag | what marks a question of an exam to come back to before handing in |
//! | message | a sentence of the interface, with places for what varies; what a page hears is an event |
//! | catalogue | the messages of a language other than English |
//! | certainty | how sure a learner says to be of a response: one of three steps |
//! | calibration | how often responses of each certainty were right |
//! | rating | how well a question was recalled, for the scheduler |
//! | memory | how well a question is remembered, and when it is due |
//! | mastery | what share of a topic a learner has, as far as answers tell |
//! | record | what the answers to a bank's questions came to, over days |
//! | sitting | what a record keeps of a session: its answers, each with its moment |
//! | agenda | what review asks today, and when more is due |
//! | problem | what is wrong in a bank, where, by which rule, and what to do |
//!
//! # Invariants, and what guards each
//!
//! 1. `quiz` knows no browser, file, clock or chance. *`make test STEPS=pure` compiles it without
//!    any of them; `tests/native/tidy.rs` reads its imports.*
//! 2. `widget` and `author` never name each other. *`tidy.rs`*
//! 3. A [`Bank`](quiz::Bank) in hand is valid. *Private fields; `tests/banks/bad`.*
//! 4. Reading, scoring and [`Session::update`](quiz::Session::update) are total: no input makes them
//!    panic. *`tests/native/properties.rs`; lints forbid `unwrap` and `expect`.*
//! 5. The same bank, settings, seed and actions give the same events. *`tests/sessions/*.script`,
//!    `properties.rs`*
//! 6. A submitted response is never lost or changed by any action but beginning again.
//!    The one exception is what learners mark in a reflection, beside their text.
//!    *`properties.rs`*
//! 7. JSON is read and written in one place, [`quiz::bank::json`]. *`tidy.rs`*
//! 8. Text of a bank is never parsed as HTML. *`tidy.rs` forbids every way to do it;
//!    [`quiz::markup`] has a closed list of nodes.*
//! 9. The widget changes nothing outside its element and stores nothing unasked. *`tests/e2e`*
//! 10. Widgets on one page are independent; they share the module and the style sheet.
//!     *`tests/e2e`*
//! 11. No view holds anything of the quiz: they render without a browser.
//!     *`tests/native/view_snapshots.rs`*
//! 12. Before an answer is checked, nothing in the element tells the key, unless the learner asks for
//!     the answer key. *`view_snapshots.rs`*
//! 13. Putting records together loses no answer, and a sitting that was torn while it was stored gives
//!     every answer before that. *`tests/native/properties/record.rs`*
//! 14. In an exam nothing tells how an answer went before it is handed in. *`properties/modes.rs`,
//!     `view_snapshots.rs`, `tests/e2e/exam.spec.js`*
//! 15. The answers are in the page, so this is practice and no secure exam. *Said in the README.*
//!
//! # What is deliberately absent
//!
//! - A server, an account, a cookie, a request to anywhere but the bank and the module.
//! - A Markdown parser, a regular-expression engine, a date library or a TOML parser in the browser.
//! - `serde_json`, the general writer of floating-point numbers, case folding and sorting of many
//!   types: they were a third of the download. See [`quiz::bank::json`]. B-trees, the search for a
//!   text in a text and Unicode's white space: another 4 kB.
//! - A router, a store, an event bus. There is one owner of a session: [`widget::player`].
//!
//! # Decisions
//!
//! - **The player is not a Yew component.** A page that calls `start()` must find `phase` changed at
//!   once; Yew paints later. So the player does everything at once and Yew only paints.
//! - **JavaScript fetches the bank.** It can begin before there is a WebAssembly module, and saves
//!   the bytes of a second way to fetch.
//! - **Views make elements by calls of `widget::view::el`**, and use `html!` where there is a listener
//!   or the state of a control. What the macro writes out for every element was 6 kB more.
//! - **Controls of steps and premises name places and not ids.** Default ids are places in the file,
//!   and that of a step is the key.
//! - **Dragging is an addition.** Buttons and lists do all that a pointer does, so what can be dragged
//!   is hidden from assistive technology. Pointer events and not HTML's drag and drop, which fingers do
//!   not have. Lines of a matching question measure nothing: cells of equal height tell where they end.
//! - **Feedback stands below the buttons.** Nothing above them moves, so the button stays under the
//!   thumb; the page scrolls only as far as the headline of the feedback needs.
//! - **Options without an id are named by their place in the file** (`a`, `b`, …). Authors who want
//!   to reorder options of a published bank give them ids.
//! - **A built bank may come in two files.** The first has what is needed to ask, the rest what
//!   explains: see [`quiz::bank::rest`]. The rest is a tree of the same shape that holds only what the
//!   first lacks, so putting them together knows nothing of questions.
//! - **When to ask again is worked out by FSRS, written out here.** The crates for it bring dates, hash
//!   maps or chance: 7 kB more at least. `quiz/memory/fsrs.rs` has the numbers.
//! - **Only answers are kept of days past.** Memories, mastery and what is due are worked out from them
//!   every time, which takes milliseconds: they cannot contradict the answers, two devices can be put
//!   together, and a better formula needs no migration. See [`quiz::record`].
//! - **What is kept is in `localStorage`**, which has written when it comes back: a page can be closed at any
//!   moment. [`widget::store`] says what that does not cover.
//! - **An exam counts by the clock on the wall**, also while the page is closed. [`widget::clock`] does not go
//!   back where it was right, and takes back what it went ahead.
//! - **A mode is a phase where it differs, and a file that says what it allows.** No mode but practice runs
//!   before the second module is there.
//! - **Most terms are explained once an answer is checked**: what they mean may be what is asked.
//! - **Rules of lint stand beside what measures them**, a list in each family's file below `author::lint`
//!   (form, structure, cueing, language), so that a rule, its threshold and its ground change together.
//! - **What is laid out on paper is of the screen and not of the session**, so printing changes no attempt;
//!   anything that happens in the session puts the paper away.
//! - **The program is divided after linking**, by `wasm-split-cli`. Two builds of the crate would each have
//!   Yew and the quiz in them. What stands behind the seam is called through a table of functions, so a
//!   view asks whether it is there, and the page says so where it is not yet.
//! - **A page hears nothing until the second module is there or will not come**, as a listener may ask for a
//!   snapshot at once, and that is written by the second module.
//! - **`unsafe` is denied and not forbidden**: the seam has to name two functions for the linker. `tidy.rs`
//!   sees to it that nothing else does.
//! - **The clock of an exam is looked at every few seconds**, though what it shows changes once a minute:
//!   timers stand still while a computer sleeps, and no event tells of all such pauses.
//! - **Messages have keys, and English stands beside its use**, so that each of the two modules carries its own
//!   words. What else is spoken is an object behind a trait, made in the second module; the first only asks
//!   whether there is one. What is spoken is set before anything finds words: see [`widget::text::language`].
//! - **A message is a whole sentence with places**, never put together from pieces that another language would
//!   order otherwise.
//! - **A saved session that is finished shows its results; one that is not asks first.**

// A test that cannot go on may say so by panicking.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

#[cfg(feature = "cli")]
pub mod author;
pub mod quiz;
#[cfg(all(feature = "cli", feature = "web"))]
pub mod render;
#[cfg(feature = "web")]
pub mod widget;

#[cfg(feature = "web")]
pub use widget::component::{Quiz, QuizProps, Source};
