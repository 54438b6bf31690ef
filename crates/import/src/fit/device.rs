//! Which device wrote a file, as people say it.

use super::part::Part;
use rustyfit::profile::typedef::{GarminProduct, Manufacturer};

/// Number of the one manufacturer whose products the profile names.
const GARMIN: u16 = 1;

/// Manufacturer and product as far as they are known, such as `Garmin Fenix 5`.
pub(super) fn device(part: &Part) -> Option<String> {
    let maker = part.manufacturer.and_then(|maker| known(&Manufacturer(maker).to_string()));
    let maker = maker.map(|maker| title(&maker));
    let named = part.product_name.as_deref().map(str::trim).filter(|name| !name.is_empty());
    let product = named.map(str::to_owned).or_else(|| product(part));
    match (maker, product) {
        (Some(maker), Some(product)) if product.to_lowercase().starts_with(&maker.to_lowercase()) => {
            Some(product)
        }
        (Some(maker), Some(product)) => Some(format!("{maker} {product}")),
        (maker, product) => product.or(maker),
    }
}

fn product(part: &Part) -> Option<String> {
    let number = part.product.filter(|_| part.manufacturer == Some(GARMIN))?;
    let product = known(&GarminProduct(number).to_string())?;
    Some(match product.strip_prefix("fr") {
        Some(rest) if rest.starts_with(|c: char| c.is_ascii_digit()) => {
            format!("Forerunner {}", rest.replace('_', " ").to_uppercase())
        }
        _ => title(&spaced(&product.replace("vivo_", "vivo"))),
    })
}

/// The profile's word, unless it is only the number in brackets.
fn known(word: &str) -> Option<String> {
    (!word.contains('(')).then(|| word.to_owned())
}

/// `fenix5` reads as `fenix 5`.
fn spaced(word: &str) -> String {
    let mut text = String::with_capacity(word.len() + 1);
    let mut is_spaced = false;
    for c in word.chars() {
        if c.is_ascii_digit() && !is_spaced && text.ends_with(|last: char| last.is_alphabetic()) {
            text.push(' ');
            is_spaced = true;
        }
        text.push(c);
    }
    text
}

/// Words with a capital each.
fn title(word: &str) -> String {
    let capital = |part: &str| {
        let mut chars = part.chars();
        chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
    };
    word.split('_').filter(|part| !part.is_empty()).map(capital).collect::<Vec<String>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(manufacturer: u16, product: u16, name: Option<&str>) -> Option<String> {
        device(&Part {
            manufacturer: Some(manufacturer),
            product: Some(product),
            product_name: name.map(str::to_owned),
            ..Part::default()
        })
    }

    #[test]
    fn names_as_people_say_them() {
        assert_eq!(words(1, 3992, None).unwrap(), "Garmin Forerunner 255");
        assert_eq!(words(1, 2697, None).unwrap(), "Garmin Fenix 5");
        assert_eq!(words(1, 2337, None).unwrap(), "Garmin Vivoactive Hr");
        assert_eq!(words(1, 65_000, None).unwrap(), "Garmin");
        assert_eq!(words(294, 802, Some("COROS PACE 2")).unwrap(), "COROS PACE 2");
        assert_eq!(words(65_000, 1, None), None);
    }
}
