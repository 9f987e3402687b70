//! How large a picture is, read from its first bytes, so that nothing jumps when it comes.

use super::Trouble;

/// Width and height in pixels, or in an SVG in its own units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// From left to right.
    pub width: u16,
    /// From top to bottom.
    pub height: u16,
}

/// The size of a picture.
///
/// # Errors
/// It is none that can be read.
pub fn size_of(name: &str, bytes: &[u8]) -> Result<Size, Trouble> {
    let sides = if name.to_ascii_lowercase().ends_with(".svg") {
        size_of_svg(bytes).map_err(|why| {
            (format!("`{name}` {why}"), "give its `svg` element a `viewBox` such as `0 0 640 480`".to_owned())
        })?
    } else {
        let size = imagesize::blob_size(bytes).map_err(|_| {
            (
                format!("`{name}` is no picture that can be read"),
                "export it again, as PNG, JPEG or WebP".to_owned(),
            )
        })?;
        [size.width, size.height].map(|side| side as f64)
    };
    let [width, height] = sides.map(|side| side.round() as u16);
    if sides.iter().all(|side| (0.5..=f64::from(u16::MAX)).contains(side)) {
        return Ok(Size { width, height });
    }
    let message = format!("`{name}` is {} by {} pixels large", sides[0], sides[1]);
    Err((message, format!("let both sides have 1 to {} pixels", u16::MAX)))
}

/// The size that a browser gives a picture without any other: `width` and `height`, else the `viewBox`.
/// Both must have one shape, as places in the picture would be elsewhere otherwise.
fn size_of_svg(bytes: &[u8]) -> Result<[f64; 2], String> {
    let text = std::str::from_utf8(bytes).map_err(|_| "is not UTF-8 text".to_owned())?;
    let options = roxmltree::ParsingOptions { allow_dtd: true, ..Default::default() };
    let document = roxmltree::Document::parse_with_options(text, options)
        .map_err(|error| format!("is no SVG that can be read: {error}"))?;
    let root = document.root_element();
    if root.tag_name().name() != "svg" {
        return Err("has no `svg` element".to_owned());
    }
    let side = |name| root.attribute(name)?.trim().trim_end_matches("px").parse::<f64>().ok();
    let sides = side("width").zip(side("height"));
    let numbers = root.attribute("viewBox").unwrap_or_default();
    let numbers = numbers.split([' ', ',', '\n', '\t']).filter(|word| !word.is_empty());
    let numbers: Option<Vec<f64>> = numbers.map(|number| number.parse().ok()).collect();
    match (numbers.as_deref(), sides) {
        (Some([x, y, width, height]), sides) => {
            let is_of_shape = |(w, h): (f64, f64)| (w * height - h * width).abs() <= 0.02 * w * height;
            if *x != 0.0 || *y != 0.0 {
                Err("has a `viewBox` that does not begin at 0 0".to_owned())
            } else if sides.is_none_or(is_of_shape) {
                Ok([*width, *height])
            } else {
                Err("has a `viewBox` of another shape than its `width` and `height`".to_owned())
            }
        }
        (_, Some((width, height))) => Ok([width, height]),
        (_, None) => Err("says no size".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::{Size, size_of};

    #[test]
    fn an_svg_has_the_size_of_its_view_box_or_of_its_sides() {
        for (attributes, size) in [
            (r#"viewBox="0 0 640 480""#, Some((640, 480))),
            (r#"viewBox="0,0, 10.4 5""#, Some((10, 5))),
            (r#"width="30px" height="20""#, Some((30, 20))),
            (r#"width="100%" height="100%" viewBox="0 0 3 4""#, Some((3, 4))),
            (r#"width="60" height="40" viewBox="0 0 30 20""#, Some((30, 20))),
            (r#"width="60" height="60" viewBox="0 0 30 20""#, None),
            (r#"viewBox="5 5 30 20""#, None),
            (r#"width="100%""#, None),
            (r#"viewBox="0 0 0 20""#, None),
            (r#"viewBox="0 0 99999 20""#, None),
            (r#"viewBox="0 0 NaN 20""#, None),
            ("", None),
        ] {
            let svg = format!(r#"<svg xmlns="http://www.w3.org/2000/svg" {attributes}/>"#);
            let size = size.map(|(width, height)| Size { width, height });
            assert_eq!(size_of("a.SVG", svg.as_bytes()).ok(), size, "{attributes}");
        }
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        for (name, bytes) in [
            ("a.png", &b"hello"[..]),
            ("a.png", b""),
            ("a.svg", b"<html/>"),
            ("a.svg", b"<svg"),
            ("a.svg", b"\xff"),
        ] {
            assert!(size_of(name, bytes).is_err(), "{name} {bytes:?}");
        }
    }

    #[test]
    fn a_pixel_picture_says_its_size_itself() {
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02\x80\0\0\x01\xe0\x08\x06\0\0\0";
        assert_eq!(size_of("a.png", png).unwrap(), Size { width: 640, height: 480 });
    }
}
