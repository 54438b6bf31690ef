//! Which device wrote a file, in words.

use super::part::Part;
use rustyfit::profile::typedef::{GarminProduct, Manufacturer};

/// Manufacturer and product, such as `garmin fenix5`.
pub(super) fn device(part: &Part) -> Option<String> {
    let maker = part.manufacturer?;
    let maker_name = Manufacturer(maker).to_string();
    let maker_name = if maker_name.contains('(') { format!("manufacturer {maker}") } else { maker_name };
    if let Some(name) = &part.product_name {
        return Some(format!("{maker_name} {name}"));
    }
    // 1 is Garmin; the others number their products as they like.
    let product = part.product.filter(|_| maker == 1).map(|product| GarminProduct(product).to_string());
    Some(match (product.filter(|name| !name.contains('(')), part.product) {
        (Some(name), _) => format!("{maker_name} {name}"),
        (None, Some(product)) => format!("{maker_name} product {product}"),
        (None, None) => maker_name,
    })
}
