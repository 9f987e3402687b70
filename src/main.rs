//! Entry of the WebAssembly module. It only makes the module exist: selfcheck.js imports what
//! [`selfcheck::widget::element`] exports and decides when.

fn main() {
    // Linked in, so that its exports are in the module.
    use selfcheck as _;
}
