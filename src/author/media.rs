//! Files that texts show, named relative to the bank: pictures, sound, film and captions.

pub mod hotspot;
pub mod picture;
pub mod recordings;

use super::fingerprint::fnv_1a;
use crate::quiz::bank::problem::{Level, Place, Problem};
use picture::Size;
use recordings::Recording;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Component, Path, PathBuf};

/// The rule about what a file must be.
pub const RULE: &str = "F9";

/// The rule about what learners wait for and cannot follow.
pub const RULE_OF_CARE: &str = "F11";

/// Nobody waits for a larger file, in bytes; and it is not read.
const MOST_BYTES: u64 = 200_000_000;

/// Where built banks have their files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Placement {
    /// In a folder of this name beside the built bank.
    Beside(String),
    /// In the bank itself, as `data:` addresses.
    Inline,
}

impl Placement {
    /// The folder that belongs to a built bank of this path: `bank.media` for `bank.json`.
    #[must_use]
    pub fn beside(bank: &Path) -> Self {
        let stem = bank.file_stem().unwrap_or_default().to_string_lossy();
        Self::Beside(format!("{}.media", safe(&stem)))
    }
}

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A picture.
    Picture,
    /// Sound.
    Audio,
    /// Film.
    Video,
    /// Captions of a film.
    Captions,
}

impl Kind {
    /// What it is called, how large it may be in bytes before a learner on a phone waits for it, and what
    /// makes it smaller. Pictures are loaded unasked, the others when somebody wants them.
    fn care(self) -> (&'static str, u64, &'static str) {
        match self {
            Self::Picture => ("picture", 500_000, "scale it to 1600 pixels, or save it as WebP or AVIF"),
            Self::Audio => ("recording", 10_000_000, "cut it, or save speech at 64 kbit/s"),
            Self::Video => ("film", 50_000_000, "cut it, or save it smaller"),
            Self::Captions => ("captions", 500_000, "check that this is the right file"),
        }
    }
}

/// Endings of names, with what such a file is and its media type.
const TYPES: &[(&str, Kind, &str)] = &[
    ("avif", Kind::Picture, "image/avif"),
    ("gif", Kind::Picture, "image/gif"),
    ("jpeg", Kind::Picture, "image/jpeg"),
    ("jpg", Kind::Picture, "image/jpeg"),
    ("png", Kind::Picture, "image/png"),
    ("svg", Kind::Picture, "image/svg+xml"),
    ("webp", Kind::Picture, "image/webp"),
    ("m4a", Kind::Audio, "audio/mp4"),
    ("mp3", Kind::Audio, "audio/mpeg"),
    ("ogg", Kind::Audio, "audio/ogg"),
    ("wav", Kind::Audio, "audio/wav"),
    ("mp4", Kind::Video, "video/mp4"),
    ("webm", Kind::Video, "video/webm"),
    ("vtt", Kind::Captions, "text/vtt"),
];

/// A file that was found.
#[derive(Clone, Debug)]
pub struct Found {
    /// What it is.
    pub kind: Kind,
    /// Its address in the built bank.
    pub address: String,
    /// Where it is.
    pub path: PathBuf,
    /// How large a picture is.
    pub size: Option<Size>,
}

/// What is wrong with a file, and what to do about it.
pub type Trouble = (String, String);

/// The files of a bank, found as its texts name them.
#[derive(Debug)]
pub struct Media {
    folder: PathBuf,
    placement: Placement,
    recordings: Vec<Recording>,
    found: RefCell<BTreeMap<String, Result<Found, Trouble>>>,
    warnings: RefCell<Vec<Problem>>,
}

impl Media {
    /// The files beside a bank: in its folder, or in that of its one file.
    #[must_use]
    pub fn of(bank: &Path, placement: Placement) -> Self {
        let folder = if bank.is_dir() { bank } else { bank.parent().unwrap_or(Path::new("")) };
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let (found, warnings) = (RefCell::default(), RefCell::default());
        Self { folder: folder.to_owned(), placement, recordings: Vec::new(), found, warnings }
    }

    /// Every file that was found, each once.
    #[must_use]
    pub fn files(&self) -> Vec<Found> {
        self.found.borrow().values().filter_map(|found| found.clone().ok()).collect()
    }

    /// What is likely to make learners wait, or leave some of them out.
    #[must_use]
    pub fn warnings(&self) -> Vec<Problem> {
        self.warnings.borrow().clone()
    }

    pub(super) fn warn(&self, rule: &'static str, place: Place, length: u32, message: String, remedy: &str) {
        let problem = Problem::error(rule, place, "", message, remedy);
        self.warnings.borrow_mut().push(Problem { level: Level::Warning, length, ..problem });
    }

    /// The file of a name. `place` and `length` tell where it is named.
    ///
    /// # Errors
    /// It is not there, leads out of the folder, or is of no known kind.
    pub fn find(&self, name: &str, place: Place, length: u32) -> Result<Found, Trouble> {
        if let Some(known) = self.found.borrow().get(name) {
            return known.clone();
        }
        let found = self.look_for(name, place, length);
        self.found.borrow_mut().insert(name.to_owned(), found.clone());
        found
    }

    fn look_for(&self, name: &str, place: Place, length: u32) -> Result<Found, Trouble> {
        let (kind, media_type) = type_of(name)?;
        let path = self.path_of(name)?;
        let n_bytes = path.metadata().map_or(0, |data| data.len());
        let (noun, most, remedy) = kind.care();
        if n_bytes > MOST_BYTES {
            let message =
                format!("`{name}` has {} MB, more than {}", n_bytes / 1_000_000, MOST_BYTES / 1_000_000);
            return Err((message, remedy.to_owned()));
        }
        if n_bytes > most {
            let message = format!("the {noun} `{name}` has {} kB, more than {}", n_bytes / 1000, most / 1000);
            self.warn(RULE_OF_CARE, place, length, message, remedy);
        }
        let bytes = fs::read(&path).map_err(|error| {
            (format!("`{name}` cannot be read: {error}"), "check that you may read it".to_owned())
        })?;
        let size = match kind {
            Kind::Picture => Some(picture::size_of(name, &bytes)?),
            Kind::Captions
                if !bytes.trim_ascii_start().starts_with(b"WEBVTT")
                    && !bytes.starts_with(b"\xef\xbb\xbfWEBVTT") =>
            {
                let remedy = "save the captions as WebVTT";
                return Err((format!("`{name}` does not begin with WEBVTT"), remedy.to_owned()));
            }
            Kind::Audio | Kind::Video | Kind::Captions => None,
        };
        let address = match &self.placement {
            Placement::Inline => format!("data:{media_type};base64,{}", base64(&bytes)),
            Placement::Beside(folder) => {
                let named = Path::new(name);
                let part = |part: Option<&std::ffi::OsStr>| safe(&part.unwrap_or_default().to_string_lossy());
                // A name that changes with what is in the file: caches may keep it for ever.
                let hash = fnv_1a(&mut bytes.iter().copied()) as u32;
                let (stem, ending) = (part(named.file_stem()), part(named.extension()).to_ascii_lowercase());
                format!("{folder}/{stem}.{hash:08x}.{ending}")
            }
        };
        Ok(Found { kind, address, path, size })
    }

    /// Where a file is: in the folder of the bank or below it.
    fn path_of(&self, name: &str) -> Result<PathBuf, Trouble> {
        let beside = "put the file into the folder of the bank, and name it from there".to_owned();
        if name.contains(':') || name.starts_with("//") {
            return Err((format!("`{name}` is an address, and no file"), beside));
        }
        let is_within = |part: Component<'_>| matches!(part, Component::Normal(_) | Component::CurDir);
        if name.contains('\\') || !Path::new(name).components().all(is_within) {
            let remedy = "put the file into the folder of the bank, and write / between folders";
            return Err((format!("`{name}` leads out of the folder of the bank"), remedy.to_owned()));
        }
        let path = self.folder.join(name);
        if !path.is_file() {
            let near =
                self.nearest(name).map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
            return Err((
                format!("there is no file `{name}`"),
                format!("mend the name, or put the file there{near}"),
            ));
        }
        let whole = |path: &Path| path.canonicalize().ok();
        // A link in the folder may lead out of it too.
        match (whole(&path), whole(&self.folder)) {
            (Some(path), Some(folder)) if path.starts_with(&folder) => Ok(path),
            _ => Err((format!("`{name}` leads out of the folder of the bank"), beside)),
        }
    }

    /// The file there that is called nearly so.
    fn nearest(&self, name: &str) -> Option<String> {
        let folder = self.folder.join(Path::new(name).parent()?);
        let names =
            fs::read_dir(folder).ok()?.flatten().filter_map(|entry| entry.file_name().into_string().ok());
        let bare = Path::new(name).file_name()?.to_string_lossy().to_lowercase();
        let near = names
            .filter(|known| type_of(known).is_ok())
            .map(|known| (strsim::osa_distance(&known.to_lowercase(), &bare), known))
            .filter(|(distance, _)| *distance <= 3);
        near.min().map(|(_, known)| known)
    }
}

/// What a file of that name is, and its media type.
///
/// # Errors
/// Its ending is not known.
pub fn type_of(name: &str) -> Result<(Kind, &'static str), Trouble> {
    let ending = Path::new(name).extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    let known = TYPES.iter().find(|(known, ..)| *known == ending);
    known.map(|(_, kind, media_type)| (*kind, *media_type)).ok_or_else(|| {
        let endings = TYPES.iter().map(|(ending, ..)| *ending).collect::<Vec<_>>().join(", ");
        (
            format!("`{name}` is of no kind that can be shown"),
            format!("use a file that ends in one of: {endings}"),
        )
    })
}

/// A part of an address that needs no escapes.
fn safe(name: &str) -> String {
    let is_safe = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    name.chars().map(|c| if is_safe(c) { c } else { '-' }).collect()
}

/// Bytes as text, after RFC 4648, section 4.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let at = |index: usize| chunk.get(index).copied().map_or(0, u32::from);
        let number = at(0) << 16 | at(1) << 8 | at(2);
        for place in 0..4 {
            let digit = DIGITS[(number >> (18 - 6 * place) & 63) as usize];
            text.push(if place <= chunk.len() { char::from(digit) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Placement, base64, safe, type_of};
    use std::path::Path;

    /// The samples of RFC 4648, section 10.
    #[test]
    fn base64_is_that_of_the_standard() {
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
        ] {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
        assert_eq!(base64(&[0xfb, 0xff]), "+/8=");
    }

    #[test]
    fn addresses_need_no_escapes() {
        assert_eq!(safe("A plan, no. 2 (ä)"), "A-plan--no.-2----");
        assert_eq!(
            Placement::beside(Path::new("x/my bank.json")),
            Placement::Beside("my-bank.media".to_owned())
        );
    }

    #[test]
    fn endings_are_known_in_capitals_too() {
        assert!(
            type_of("a/Plan.PNG").is_ok() && type_of("plan").is_err() && type_of("plan.png.exe").is_err()
        );
    }
}
