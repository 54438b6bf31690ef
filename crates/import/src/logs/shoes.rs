//! `shoes.csv`: the rack.

use super::Kind;
use super::row::{Fault, Row, required};
use kneewise_types::shoe::{Cushioning, Foam, Insole, Outsole, Plate, ShoeCategory, Support};
use kneewise_types::{Metres, Shoe};

pub(super) const KIND: Kind = Kind {
    name: "shoes.csv",
    required: &["name", "category"],
    optional: &[
        "brand",
        "model",
        "drop_mm",
        "stack_heel_mm",
        "stack_forefoot_mm",
        "mass_g",
        "cushioning",
        "support",
        "plate",
        "foam",
        "outsole",
        "insole",
        "first_used",
        "start_km",
        "retired_on",
        "comfort",
    ],
};

/// More than any pair survives, km.
const MAX_START_KM: f64 = 10_000.0;
/// How far the drop may be from the difference of the stack heights (clinical text E.2), mm.
const DROP_TOLERANCE_MM: f64 = 2.0;

macro_rules! words {
    ($row:ident, $column:literal, $type:ident) => {{
        let words: Vec<&str> = $type::ALL.iter().map(|value| value.word()).collect();
        $row.word($column, $type::from_word, &words)?
    }};
}

pub(super) fn read(row: Row<'_>) -> Result<Shoe, Fault> {
    let shoe = Shoe {
        name: required(row.own("name"), "name")?,
        category: words!(row, "category", ShoeCategory),
        brand: row.own("brand"),
        model: row.own("model"),
        drop_mm: row.number("drop_mm", 0.0, 15.0)?,
        stack_heel_mm: row.number("stack_heel_mm", 0.0, 60.0)?,
        stack_forefoot_mm: row.number("stack_forefoot_mm", 0.0, 60.0)?,
        mass_g: row.number("mass_g", 80.0, 500.0)?,
        cushioning: words!(row, "cushioning", Cushioning),
        support: words!(row, "support", Support),
        plate: words!(row, "plate", Plate),
        foam: words!(row, "foam", Foam),
        outsole: words!(row, "outsole", Outsole),
        insole: words!(row, "insole", Insole),
        first_used: row.date("first_used")?,
        start_distance: row.number("start_km", 0.0, MAX_START_KM)?.and_then(|km| Metres::from_km(km).ok()),
        retired_on: row.date("retired_on")?,
        comfort: row.number("comfort", 0.0, 10.0)?,
    };
    check_drop(&shoe)?;
    Ok(shoe)
}

fn check_drop(shoe: &Shoe) -> Result<(), Fault> {
    let (Some(drop_mm), Some(heel_mm), Some(forefoot_mm)) =
        (shoe.drop_mm, shoe.stack_heel_mm, shoe.stack_forefoot_mm)
    else {
        return Ok(());
    };
    let difference_mm = heel_mm - forefoot_mm;
    if (difference_mm - drop_mm).abs() <= DROP_TOLERANCE_MM {
        return Ok(());
    }
    Err(Fault::new(
        "drop_mm",
        format!(
            "`{drop_mm}` is not within {DROP_TOLERANCE_MM} of stack_heel_mm minus stack_forefoot_mm, \
             {difference_mm}"
        ),
    ))
}

#[cfg(test)]
mod tests {
    use super::super::tests::read;
    use super::*;

    #[test]
    fn a_pair_with_its_features() {
        let imported = read(
            "name,category,drop_mm,stack_heel_mm,stack_forefoot_mm,mass_g,foam,start_km,first_used,comfort\n\
             Daily 1,daily,8,36,28,270,peba,120,2026-01-02,8\n",
        )
        .unwrap();
        let shoe = &imported.entries.shoes[0];
        assert_eq!(shoe.category, Some(ShoeCategory::Daily));
        assert_eq!(shoe.foam, Some(Foam::Peba));
        assert!((shoe.start_distance.unwrap().as_m() - 120_000.0).abs() < 1e-9);
        assert_eq!(shoe.first_used.unwrap().to_string(), "2026-01-02");
        assert_eq!(shoe.cushioning, None);
    }

    #[test]
    fn a_drop_that_contradicts_the_stack_heights_and_an_unknown_word() {
        let imported = read(
            "name,category,drop_mm,stack_heel_mm,stack_forefoot_mm\nA,daily,12,36,28\nB,comfy,,,\n,daily,,,\n",
        )
        .unwrap();
        assert!(imported.entries.shoes.is_empty());
        let notes: Vec<&str> = imported.notes.iter().map(|note| note.what.as_str()).collect();
        assert_eq!(
            notes,
            [
                "`12` is not within 2 of stack_heel_mm minus stack_forefoot_mm, 8, the row was left out",
                "`comfy` is not one of daily, max_cushion, stability, lightweight, race_plated, trail, minimal, \
                 the row was left out",
                "`name` is missing, the row was left out",
            ]
        );
    }
}
