//! The widget: puts a session on a page.

pub mod component;
pub(crate) mod countdown;
pub mod element;
pub mod host;
pub mod player;
pub mod stage;

pub mod app;
pub mod arrange;
pub mod drag;
pub mod focus;
pub mod keys;
pub mod text;
pub mod view;

pub mod clock;
pub mod load;
pub mod more;
pub mod past;
pub mod store;
