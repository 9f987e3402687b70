//! The subject: banks, questions, responses, scores and sessions. Pure: no browser, file, clock or chance.

pub mod id;
pub mod markup;

pub mod bank;
pub mod question;
pub mod response;
pub mod score;

pub mod glossary;
pub mod later;
mod order;
pub mod session;
pub mod shuffle;

pub mod calibration;
pub mod mastery;
pub mod memory;
pub mod record;

pub use bank::{Bank, problem::Problem};
pub use question::{Kind, Question};
pub use response::Response;
pub use score::Score;
pub use session::{Session, action::Action, event::Event};
